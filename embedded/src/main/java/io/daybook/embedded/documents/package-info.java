/** Documents in one SQLite file, {@code views.db}, which may be deleted at any time: the log fills it again. */
@NullMarked
package io.daybook.embedded.documents;

import org.jspecify.annotations.NullMarked;
