/** The same figures while there is more and more of everything. */
@NullMarked
package io.daybook.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
