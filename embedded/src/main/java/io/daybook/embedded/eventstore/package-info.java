/** The event store of one process: Axon's store and engine on the log, which is one SQLite file. */
@NullMarked
package io.daybook.embedded.eventstore;

import org.jspecify.annotations.NullMarked;
