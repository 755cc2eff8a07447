/** Experiments, of which those that are being restored are not listed. */
@NullMarked
package io.daybook.query.experiment;

import org.jspecify.annotations.NullMarked;
