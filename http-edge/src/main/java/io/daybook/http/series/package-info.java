/** The fast door: points of one iteration as columns, in and out. */
@NullMarked
package io.daybook.http.series;

import org.jspecify.annotations.NullMarked;
