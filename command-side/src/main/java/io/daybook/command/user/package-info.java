/** Decides about users. */
@NullMarked
package io.daybook.command.user;

import org.jspecify.annotations.NullMarked;
