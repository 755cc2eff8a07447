/** Signed heads of the log, in files. */
@NullMarked
package io.daybook.embedded.checkpoint;

import org.jspecify.annotations.NullMarked;
