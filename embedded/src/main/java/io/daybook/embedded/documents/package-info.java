/** Documents in SQLite: those of the views in one file, {@code views.db}, which may be deleted at any time, since the log fills it again. */
@NullMarked
package io.daybook.embedded.documents;

import org.jspecify.annotations.NullMarked;
