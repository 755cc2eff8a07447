/** How commands are handled: what is appended, what is refused, what was answered before. */
@NullMarked
package io.daybook.command.bus;

import org.jspecify.annotations.NullMarked;
