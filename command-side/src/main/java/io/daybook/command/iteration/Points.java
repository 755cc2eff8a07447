package io.daybook.command.iteration;

import io.daybook.api.iteration.IterationCommand.ChangeMetric;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Refuse;
import org.jspecify.annotations.Nullable;

/** The scalar points of one iteration: their numbers, their steps and their corrections, but not the points themselves. */
final class Points {

    private SeriesState series = new SeriesState();
    private Landmarks landmarks = new Landmarks();
    private Corrections corrections = new Corrections();

    ScalarsLogged log(LogScalar command) {
        IterationId id = command.id();
        ScalarPoints points = command.counted() == null
                ? command.points()
                : NextSteps.give(command.points(), command.counted(), series);
        return new ScalarsLogged(id.value(), series.points(), series.firsts(points.keys()), points);
    }

    /** How many points were ever logged. */
    long count() {
        return series.points();
    }

    void refuseUnlessThere(MetricId id) {
        if (id.ordinal() >= series.points() || corrections.isDeleted(id.ordinal())) {
            throw Refuse.command(Refusal.UNKNOWN_METRIC, "there is no metric " + id.value());
        }
    }

    /** Null when the point is so already. */
    @Nullable PointChanged change(ChangeMetric command, PointHistory history) {
        LoggedPoint before = now(command.metric(), history);
        ScalarPoint old = before.point();
        ScalarPoint point = changed(old, command);
        if (point.equals(old)) return null;
        long iteration = command.id().value();
        return point.key().equals(old.key())
                ? changedInPlace(iteration, before, point, history)
                : movedTo(point, iteration, before, history);
    }

    private static ScalarPoint changed(ScalarPoint old, ChangeMetric command) {
        try {
            return new ScalarPoint(
                    command.key() == null ? old.key() : command.key(),
                    command.step() == null ? old.step() : command.step(),
                    command.wallTime() == null ? old.wallTime() : command.wallTime(),
                    command.value() == null ? old.value() : command.value());
        } catch (IllegalArgumentException nonsense) {
            throw Refuse.command(Refusal.NAME_NOT_USABLE, String.valueOf(nonsense.getMessage()));
        }
    }

    private PointChanged changedInPlace(long iteration, LoggedPoint before, ScalarPoint point, PointHistory history) {
        Long highest = series.of(point.key()).highestStep();
        // Whatever is left cannot be higher than the highest was; only when that one falls it must be looked for.
        if (highest == null || point.step() < highest) highest = left(iteration, before, history);
        long after = highest == null ? point.step() : Math.max(highest, point.step());
        LoggedPoint row = new LoggedPoint(before.ordinal(), before.number(), point);
        return new PointChanged(iteration, before, row, after, after);
    }

    private PointChanged movedTo(ScalarPoint point, long iteration, LoggedPoint before, PointHistory history) {
        SeriesState.KeyState next = series.of(point.key());
        LoggedPoint row = new LoggedPoint(before.ordinal(), next.points(), point);
        return new PointChanged(iteration, before, row, left(iteration, before, history), next.atLeast(point.step()));
    }

    PointDeleted delete(MetricId id, PointHistory history) {
        LoggedPoint before = now(id, history);
        long iteration = id.iteration().value();
        return new PointDeleted(iteration, before, left(iteration, before, history));
    }

    private LoggedPoint now(MetricId id, PointHistory history) {
        int ordinal = id.ordinal();
        long from = corrections.isChanged(ordinal) ? corrections.lastChangeOf(ordinal) : landmarks.before(ordinal);
        return history.find(id.iteration().toString(), ordinal, from);
    }

    /** The highest step under a point's key once the point is not there any more. */
    private @Nullable Long left(long iteration, LoggedPoint point, PointHistory history) {
        String key = point.point().key();
        SeriesState.KeyState state = series.of(key);
        Long highest = state.highestStep();
        if (highest != null && point.point().step() < highest) return highest;
        Others others = new Others(new IterationId(iteration).toString(), key, (int) point.ordinal(), corrections);
        return state.ascending() ? history.lastStep(others, landmarks) : history.highestStep(others);
    }

    void take(ScalarsLogged logged, long sequence) {
        landmarks.pass(logged.ordinal(), sequence);
        series.take(logged.points());
    }

    void take(PointChanged changed, long sequence) {
        String from = changed.before().point().key();
        String to = changed.after().point().key();
        corrections.change((int) changed.after().ordinal(), sequence);
        series.correctHighest(from, changed.highestBefore());
        if (!to.equals(from)) {
            series.takeOver(to, changed.highestAfter());
        } else if (changed.before().point().step() != changed.after().point().step()) {
            series.mixSteps(to);
        }
    }

    void take(PointDeleted deleted) {
        corrections.delete((int) deleted.before().ordinal());
        series.correctHighest(deleted.before().point().key(), deleted.highest());
    }
}
