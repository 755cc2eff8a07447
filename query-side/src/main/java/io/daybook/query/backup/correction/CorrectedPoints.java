package io.daybook.query.backup.correction;

import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.query.backup.correction.Corrections.Spot;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells a history of points as if it had never been corrected: what is gone is left out, what was changed is told as it
 * is, and what got another key is told where it got it. Series are listed in the order in which they began; so one that
 * lost its first points begins where they were, with the first one that is left.
 */
public final class CorrectedPoints {

    private final Corrections corrections;
    private final Map<String, Spot> firstsLeft;
    private final Map<String, ScalarPoint> beginnings = new HashMap<>();

    /** @param corrections all of them, up to the end of the history */
    public CorrectedPoints(Corrections corrections) {
        this.corrections = corrections;
        this.firstsLeft = corrections.firstsLeft();
    }

    public interface Each {
        void accept(ScalarPoint point) throws IOException;
    }

    /** Whether all events have to be looked at once before they are told. */
    public boolean mustLookAhead() {
        return !firstsLeft.isEmpty();
    }

    public void lookAt(ScalarsLogged event) throws IOException {
        forEach(event, point -> lookAt(point));
    }

    public void lookAt(PointChanged event) {
        if (Corrections.isMove(event)) lookAt(event.after());
    }

    private void lookAt(LoggedPoint point) {
        Spot spot = Spot.of(point);
        if (spot.equals(firstsLeft.get(spot.key()))) beginnings.put(spot.key(), current(point));
    }

    public void tell(ScalarsLogged event, Each each) throws IOException {
        forEach(event, point -> tell(point, each));
    }

    public void tell(PointChanged event, Each each) throws IOException {
        if (Corrections.isMove(event)) tell(event.after(), each);
    }

    private void tell(LoggedPoint point, Each each) throws IOException {
        Spot spot = Spot.of(point);
        Spot first = firstsLeft.get(spot.key());
        if (first != null && spot.number() == 0) {
            ScalarPoint beginning = beginnings.get(spot.key());
            if (beginning != null) each.accept(beginning);
        } else if (!corrections.isHole(spot) && !spot.equals(first)) {
            each.accept(current(point));
        }
    }

    private ScalarPoint current(LoggedPoint point) {
        LoggedPoint corrected = corrections.current(point.ordinal());
        return corrected == null ? point.point() : corrected.point();
    }

    public interface Walk {
        void accept(LoggedPoint point) throws IOException;
    }

    public static void forEach(ScalarsLogged event, Walk walk) throws IOException {
        ScalarPoints points = event.points();
        long[] next = event.firsts().clone();
        for (int i = 0; i < points.size(); i++) {
            int key = points.keyAt(i);
            ScalarPoint point =
                    new ScalarPoint(points.keys().get(key), points.stepAt(i), points.wallTimeAt(i), points.valueAt(i));
            walk.accept(new LoggedPoint(event.ordinal() + i, next[key]++, point));
        }
    }
}
