/** Documents in memory: for state as of a moment, and for tests. */
@NullMarked
package io.daybook.query.documents;

import org.jspecify.annotations.NullMarked;
