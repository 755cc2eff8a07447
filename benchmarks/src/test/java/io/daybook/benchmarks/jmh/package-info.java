@NullMarked
package io.daybook.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
