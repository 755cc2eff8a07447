package io.daybook.query.backup.correction;

import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.LoggedPoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of the points of an iteration that were corrected. As large as there are corrections. */
public final class Corrections {

    private final Map<Long, LoggedPoint> originals = new HashMap<>();
    private final Map<Long, LoggedPoint> current = new HashMap<>();
    private final Set<Spot> holes = new HashSet<>();

    /** A place in a series. */
    record Spot(String key, long number) {

        static Spot of(LoggedPoint point) {
            return new Spot(point.point().key(), point.number());
        }
    }

    public static boolean isMove(PointChanged event) {
        return !event.before().point().key().equals(event.after().point().key());
    }

    public void add(PointChanged event) {
        long ordinal = event.before().ordinal();
        originals.putIfAbsent(ordinal, event.before());
        current.put(ordinal, event.after());
        if (isMove(event)) holes.add(Spot.of(event.before()));
    }

    public void add(PointDeleted event) {
        long ordinal = event.before().ordinal();
        originals.putIfAbsent(ordinal, event.before());
        current.remove(ordinal);
        holes.add(Spot.of(event.before()));
    }

    public boolean isEmpty() {
        return originals.isEmpty();
    }

    /** Whether the point is there as {@code point}, as far as corrections know of it. */
    public boolean agree(LoggedPoint point) {
        return originals.containsKey(point.ordinal())
                ? point.equals(current.get(point.ordinal()))
                : !holes.contains(Spot.of(point));
    }

    /** As it was logged, of a point that was corrected since; or null. */
    public @Nullable LoggedPoint original(long ordinal) {
        return originals.get(ordinal);
    }

    /** As it is now, of a point that was corrected and not deleted; or null. */
    public @Nullable LoggedPoint current(long ordinal) {
        return current.get(ordinal);
    }

    boolean isHole(Spot spot) {
        return holes.contains(spot);
    }

    /** By key, of each series that lost its first point: where the first point lies that is left, if one is. */
    Map<String, Spot> firstsLeft() {
        Map<String, Spot> firsts = new HashMap<>();
        for (Spot hole : holes) {
            if (hole.number() != 0) continue;
            Spot first = hole;
            while (holes.contains(first)) first = new Spot(hole.key(), first.number() + 1);
            firsts.put(hole.key(), first);
        }
        return firsts;
    }
}
