/** Ordered lists of ids that are paged in constant time. */
@NullMarked
package io.daybook.query.list;

import org.jspecify.annotations.NullMarked;
