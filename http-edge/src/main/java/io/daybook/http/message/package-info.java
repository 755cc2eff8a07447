/** Commands and queries as a request sends them, each with a deadline, and requests that are sent twice. */
@NullMarked
package io.daybook.http.message;

import org.jspecify.annotations.NullMarked;
