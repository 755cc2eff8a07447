/** Backup archives of experiments, and their restoration. */
@NullMarked
package io.daybook.api.backup;

import org.jspecify.annotations.NullMarked;
