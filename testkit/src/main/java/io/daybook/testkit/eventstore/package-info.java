/** What every event store must keep, written against Axon's store and our log. */
@NullMarked
package io.daybook.testkit.eventstore;

import org.jspecify.annotations.NullMarked;
