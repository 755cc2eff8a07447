/** Every route of the tracking API, one by one: who is let in, and what is refused. */
@NullMarked
package io.daybook.server.tracking.route;

import org.jspecify.annotations.NullMarked;
