package io.daybook.command.iteration;

import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.ScalarPoints;
import org.jspecify.annotations.Nullable;

/** The points of an iteration that are under one key now, but for one of them. */
record Others(String iteration, String key, int without, Corrections corrections) {

    /** The highest of {@code before} and the steps that an event tells of for good. */
    @Nullable Long highest(Object event, long sequence, @Nullable Long before) {
        return event instanceof PointChanged changed
                ? highest(changed.after(), sequence, before)
                : highest((ScalarsLogged) event, before);
    }

    private @Nullable Long highest(LoggedPoint point, long sequence, @Nullable Long before) {
        int ordinal = (int) point.ordinal();
        boolean counts = ordinal != without
                && corrections.isChanged(ordinal)
                && corrections.lastChangeOf(ordinal) == sequence
                && point.point().key().equals(key);
        return counts ? higher(before, point.point().step()) : before;
    }

    private @Nullable Long highest(ScalarsLogged logged, @Nullable Long before) {
        ScalarPoints points = logged.points();
        int wanted = points.keys().indexOf(key);
        Long highest = before;
        for (int i = 0; wanted >= 0 && i < points.size(); i++) {
            int ordinal = (int) logged.ordinal() + i;
            if (points.keyAt(i) != wanted || ordinal == without || !corrections.leave(ordinal)) continue;
            highest = higher(highest, points.stepAt(i));
        }
        return highest;
    }

    private static Long higher(@Nullable Long before, long step) {
        return before == null || before < step ? Long.valueOf(step) : before;
    }

    /** The step of the last point here, or {@code before}; for a key under which no point got another step. */
    @Nullable Long last(ScalarsLogged logged, PointHistory history, @Nullable Long before) {
        ScalarPoints points = logged.points();
        int wanted = points.keys().indexOf(key);
        if (wanted < 0) return before;
        for (int i = points.size() - 1; i >= 0; i--) {
            int ordinal = (int) logged.ordinal() + i;
            if (points.keyAt(i) == wanted && ordinal != without && isStillUnderKey(ordinal, history)) {
                return points.stepAt(i);
            }
        }
        return before;
    }

    private boolean isStillUnderKey(int ordinal, PointHistory history) {
        if (corrections.isDeleted(ordinal)) return false;
        if (!corrections.isChanged(ordinal)) return true;
        LoggedPoint now = history.find(iteration, ordinal, corrections.lastChangeOf(ordinal));
        return now.point().key().equals(key);
    }
}
