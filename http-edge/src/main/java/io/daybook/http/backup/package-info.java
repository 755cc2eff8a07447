/** Backups of Crayon experiments, out and in. */
@NullMarked
package io.daybook.http.backup;

import org.jspecify.annotations.NullMarked;
