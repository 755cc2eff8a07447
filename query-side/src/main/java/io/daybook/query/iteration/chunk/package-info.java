/** The points of a series, packed into documents of bounded size. */
@NullMarked
package io.daybook.query.iteration.chunk;

import org.jspecify.annotations.NullMarked;
