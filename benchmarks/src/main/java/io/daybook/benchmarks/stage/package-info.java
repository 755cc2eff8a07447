/** The server under measurement, what is stored in it, and how far its views are. */
@NullMarked
package io.daybook.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
