/** What messages carry beside their payload, and under which names events are stored. */
@NullMarked
package io.daybook.api.message;

import org.jspecify.annotations.NullMarked;
