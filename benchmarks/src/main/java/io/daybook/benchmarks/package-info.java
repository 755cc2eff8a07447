/** The load run: a server in a process of its own, and clients that cost next to nothing. */
@NullMarked
package io.daybook.benchmarks;

import org.jspecify.annotations.NullMarked;
