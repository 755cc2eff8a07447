/** Whether a server that is written to all the time goes on in the memory that it began with. */
@NullMarked
package io.daybook.benchmarks.steady;

import org.jspecify.annotations.NullMarked;
