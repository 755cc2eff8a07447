/** What holds for every request: its id, its path, its query string, its body, what it must have seen. */
@NullMarked
package io.daybook.http.request;

import org.jspecify.annotations.NullMarked;
