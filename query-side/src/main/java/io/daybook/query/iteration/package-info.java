/** The series of iterations, in chunks. */
@NullMarked
package io.daybook.query.iteration;

import org.jspecify.annotations.NullMarked;
