/** Who asks, and whether they may. */
@NullMarked
package io.daybook.http.access;

import org.jspecify.annotations.NullMarked;
