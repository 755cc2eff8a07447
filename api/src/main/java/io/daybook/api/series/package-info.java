/** Series of points as columns: how much there is of them, and what they look like from afar. */
@NullMarked
package io.daybook.api.series;

import org.jspecify.annotations.NullMarked;
