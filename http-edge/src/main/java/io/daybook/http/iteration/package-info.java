/** Points that are logged together. */
@NullMarked
package io.daybook.http.iteration;

import org.jspecify.annotations.NullMarked;
