/** The stand-in's events and snapshots. */
@NullMarked
package io.daybook.testkit.axonserver.event;

import org.jspecify.annotations.NullMarked;
