/** Decides about iterations and the points of their series. */
@NullMarked
package io.daybook.command.iteration;

import org.jspecify.annotations.NullMarked;
