/** Stored events as lines of text. */
@NullMarked
package io.daybook.query.backup.line;

import org.jspecify.annotations.NullMarked;
