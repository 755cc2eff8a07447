/** Backups, out and in: of Crayon experiments, and of everything. */
@NullMarked
package io.daybook.http.backup;

import org.jspecify.annotations.NullMarked;
