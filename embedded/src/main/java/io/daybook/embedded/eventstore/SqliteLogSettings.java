package io.daybook.embedded.eventstore;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of the log.
 *
 * @param events the file of the log
 * @param snapshots a file that may be deleted at any time
 * @param queue how many appends wait for the writer before further callers have to wait for room
 * @param deadline how long a caller waits, for room and for the disk together
 */
public record SqliteLogSettings(Path events, Path snapshots, Sync sync, int queue, Duration deadline) {

    /** What an answered append means. */
    public enum Sync {
        /** It is on disk. */
        FULL,
        /** The operating system has it: it outlives the process, and is lost when the power fails. */
        OS
    }

    public SqliteLogSettings {
        if (queue < 1) throw new IllegalArgumentException("the queue has room for 1 append or more, not " + queue);
        if (!deadline.isPositive()) throw new IllegalArgumentException("a deadline is longer than " + deadline);
    }
}
