/** What can be said about experiments. */
@NullMarked
package io.daybook.api.experiment;

import org.jspecify.annotations.NullMarked;
