/** How a failure is told to a caller: the one translator of refusals to statuses. */
@NullMarked
package io.daybook.http.refusal;

import org.jspecify.annotations.NullMarked;
