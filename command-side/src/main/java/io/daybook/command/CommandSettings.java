package io.daybook.command;

import java.time.Duration;

/**
 * Bounds of the deciding side.
 *
 * @param cachedAggregates so many aggregates stay in memory, so that a command need not read their events again
 * @param snapshotEvery a snapshot of an iteration is taken after so many events
 * @param lockWait for so long a command waits for its aggregate, then it is refused as overloaded
 */
public record CommandSettings(int cachedAggregates, int snapshotEvery, Duration lockWait) {}
