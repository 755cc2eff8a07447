@NullMarked
package io.daybook.benchmarks.goals;

import org.jspecify.annotations.NullMarked;
