/** Scalar points as rows with ids: one by one, and all of an iteration in order of their steps. */
@NullMarked
package io.daybook.query.iteration.metric;

import org.jspecify.annotations.NullMarked;
