/** Backup and restore of everything. */
@NullMarked
package io.daybook.server.backup;

import org.jspecify.annotations.NullMarked;
