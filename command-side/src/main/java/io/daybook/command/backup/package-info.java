/** Decides about restoring backups. */
@NullMarked
package io.daybook.command.backup;

import org.jspecify.annotations.NullMarked;
