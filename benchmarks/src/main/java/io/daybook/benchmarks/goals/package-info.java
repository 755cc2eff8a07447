/** Every figure that the project has set itself a goal for, measured in one run against the program as it is shipped. */
@NullMarked
package io.daybook.benchmarks.goals;

import org.jspecify.annotations.NullMarked;
