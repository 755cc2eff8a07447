/** Decides about experiments. */
@NullMarked
package io.daybook.command.experiment;

import org.jspecify.annotations.NullMarked;
