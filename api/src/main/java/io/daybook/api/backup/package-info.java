/** Backup archives of experiments and of whole servers, and their restoration. */
@NullMarked
package io.daybook.api.backup;

import org.jspecify.annotations.NullMarked;
