/** The log and its replay without HTTP around them. */
@NullMarked
package io.daybook.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
