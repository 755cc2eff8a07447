/** A client that costs next to nothing, and the ways to measure with it. */
@NullMarked
package io.daybook.benchmarks.client;

import org.jspecify.annotations.NullMarked;
