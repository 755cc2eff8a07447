/** What corrections make of a history of points. */
@NullMarked
package io.daybook.query.backup.correction;

import org.jspecify.annotations.NullMarked;
