/** Decides about experiments found by name. */
@NullMarked
package io.daybook.command.crayon;

import org.jspecify.annotations.NullMarked;
