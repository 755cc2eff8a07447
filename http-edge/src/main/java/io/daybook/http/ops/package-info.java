/** What operators ask of a running server. */
@NullMarked
package io.daybook.http.ops;

import org.jspecify.annotations.NullMarked;
