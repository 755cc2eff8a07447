package io.daybook.query.past;

import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.StoredType;
import io.daybook.api.tag.TagEvent;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What events between two moments speak of. Iterations are many, and of those that nothing was said about only little has
 * to be compared.
 */
final class Touched {

    private static final String ITERATION = "iteration-";

    /** Their numbers are taken one after the other, and are at most 2^26. */
    private final BitSet iterations = new BitSet();

    private final Map<Long, BitSet> points = new HashMap<>();
    private final NavigableSet<Long> tags = new TreeSet<>();
    private boolean aTagWasDeleted;

    private Touched() {}

    static Touched by(EventLog log, Decoder decoder, List<EventFilter> filters) {
        Touched touched = new Touched();
        try (Merged events = new Merged(log, filters)) {
            while (events.hasNext()) touched.add(events.next(), decoder);
        }
        return touched;
    }

    private void add(LoggedEvent event, Decoder decoder) {
        String aggregate = event.aggregateId();
        if (aggregate != null && aggregate.startsWith(ITERATION)) {
            iterations.set(Integer.parseInt(aggregate, ITERATION.length(), aggregate.length(), 10));
        }
        if (speaksOf(event, StoredType.PointChanged, StoredType.PointDeleted)) point(decoder.payload(event));
        if (speaksOf(event, StoredType.TagCreated, StoredType.TagDeleted)) {
            tags.add(((TagEvent) decoder.payload(event)).tagId());
            aTagWasDeleted |= speaksOf(event, StoredType.TagDeleted);
        }
    }

    private void point(Object correction) {
        switch (correction) {
            case PointChanged change -> point(change.iterationId(), change.before());
            case PointDeleted deletion -> point(deletion.iterationId(), deletion.before());
            default -> throw new IllegalArgumentException("no correction of a point: " + correction.getClass());
        }
    }

    private void point(long iteration, LoggedPoint point) {
        points.computeIfAbsent(iteration, none -> new BitSet()).set((int) point.ordinal());
    }

    private static boolean speaksOf(LoggedEvent event, StoredType... types) {
        for (StoredType type : types) if (event.type().equals(type.name())) return true;
        return false;
    }

    boolean iteration(long id) {
        return iterations.get((int) id);
    }

    /** Whether what an iteration bears may have changed. */
    boolean tagsOf(long iteration) {
        return aTagWasDeleted || iteration(iteration);
    }

    /** Tags that were created or deleted. */
    NavigableSet<Long> tags() {
        return tags;
    }

    /** The ordinals of an iteration's points that were corrected. */
    IntStream pointsOf(long iteration) {
        return points.getOrDefault(iteration, new BitSet()).stream();
    }
}
