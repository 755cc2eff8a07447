/** Who may do what, and where things belong: folded from the log, read without a lock. */
@NullMarked
package io.daybook.command.access;

import org.jspecify.annotations.NullMarked;
