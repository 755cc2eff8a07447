/** Answers what is asked of series as a whole, and makes long ones short. */
@NullMarked
package io.daybook.query.series;

import org.jspecify.annotations.NullMarked;
