/** Decides who gets which ids. */
@NullMarked
package io.daybook.command.sequence;

import org.jspecify.annotations.NullMarked;
