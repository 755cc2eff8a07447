/** What clients send: points, alone and many together, and reads of them. */
@NullMarked
package io.daybook.benchmarks.feed;

import org.jspecify.annotations.NullMarked;
