/** The deciding side: commands in, events out. */
@NullMarked
package io.daybook.command;

import org.jspecify.annotations.NullMarked;
