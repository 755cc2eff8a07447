/** Parameters of iterations. */
@NullMarked
package io.daybook.query.iteration.parameter;

import org.jspecify.annotations.NullMarked;
