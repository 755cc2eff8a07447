/** Experiments over HTTP. */
@NullMarked
package io.daybook.http.experiment;

import org.jspecify.annotations.NullMarked;
