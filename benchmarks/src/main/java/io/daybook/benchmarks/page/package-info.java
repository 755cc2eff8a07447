/** Figures, and the tables that they are written into. */
@NullMarked
package io.daybook.benchmarks.page;

import org.jspecify.annotations.NullMarked;
