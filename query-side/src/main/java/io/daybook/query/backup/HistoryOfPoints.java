package io.daybook.query.backup;

import static io.daybook.query.backup.History.require;

import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.query.backup.correction.CorrectedPoints;
import io.daybook.query.backup.correction.Corrections;
import io.daybook.query.backup.zip.BrokenArchive;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Holds the points of an archive to be numbered without a gap, and corrections to be of points that are there. */
final class HistoryOfPoints {

    private final Map<String, Long> scalarsByKey = new HashMap<>();
    private final Map<String, Long> histogramsByKey = new HashMap<>();
    private final Corrections corrections = new Corrections();
    private long scalars;
    private long deleted;
    private long histograms;

    Corrections corrections() {
        return corrections;
    }

    /** How many are left. */
    long scalars() {
        return scalars - deleted;
    }

    long histograms() {
        return histograms;
    }

    void add(ScalarsLogged logged) throws BrokenArchive {
        ScalarPoints points = logged.points();
        require(logged.ordinal() == scalars, "does not go on where the scalars before it ended");
        require(scalars + points.size() <= IterationId.MAX_POINTS, "holds more points than an iteration can");
        require(logged.firsts().length == points.keys().size(), "does not number its series");
        checkPoints(points);
        for (int i = 0; i < logged.firsts().length; i++) {
            long before = scalarsByKey.getOrDefault(points.keys().get(i), 0L);
            require(logged.firsts()[i] == before, "does not go on where a series of scalars ended");
        }
        for (int i = 0; i < points.size(); i++) scalarsByKey.merge(points.keys().get(points.keyAt(i)), 1L, Long::sum);
        scalars += points.size();
    }

    /** What a batch of points promises and cannot check by itself. */
    private static void checkPoints(ScalarPoints points) throws BrokenArchive {
        int seen = 0;
        for (int i = 0; i < points.size(); i++) {
            require(points.keyAt(i) <= seen, "does not name its series in order of appearance");
            if (points.keyAt(i) == seen) seen++;
            require(Double.isFinite(points.wallTimeAt(i)), "holds a wall time that is not a finite number");
        }
        require(seen == points.keys().size(), "names a series without points");
        require(points.keys().stream().distinct().count() == seen, "names a series twice");
        for (String key : points.keys()) {
            require(!key.isEmpty() && key.indexOf('\0') < 0, "names a series with a name that none can have");
        }
    }

    void add(HistogramsLogged logged) throws BrokenArchive {
        require(logged.firsts().length == logged.points().size(), "does not number its histograms");
        int i = 0;
        for (HistogramPoint point : logged.points()) {
            long number = histogramsByKey.merge(point.key(), 1L, Long::sum) - 1;
            require(logged.firsts()[i++] == number, "does not go on where a series of histograms ended");
        }
        histograms += logged.points().size();
    }

    void add(PointChanged event) throws BrokenArchive {
        LoggedPoint before = event.before();
        LoggedPoint after = event.after();
        requireThere(before);
        require(after.ordinal() == before.ordinal(), "changes a point into another one");
        boolean moves = Corrections.isMove(event);
        long number = moves ? scalarsByKey.merge(after.point().key(), 1L, Long::sum) - 1 : before.number();
        require(after.number() == number, "gives a point a number that is not its own");
        corrections.add(event);
    }

    void add(PointDeleted event) throws BrokenArchive {
        requireThere(event.before());
        corrections.add(event);
        deleted++;
    }

    /** Whether it was logged like that shows when all is read once more: nobody remembers so many points. */
    private void requireThere(LoggedPoint point) throws BrokenArchive {
        long numbered = scalarsByKey.getOrDefault(point.point().key(), 0L);
        boolean wasLogged =
                point.ordinal() >= 0 && point.ordinal() < scalars && point.number() >= 0 && point.number() < numbered;
        require(wasLogged && corrections.agree(point), "corrects a point that is not there");
    }

    /** For each batch of points, when all corrections are known. */
    void recheck(ScalarsLogged logged) throws IOException {
        CorrectedPoints.forEach(logged, point -> {
            LoggedPoint original = corrections.original(point.ordinal());
            require(original == null || original.equals(point), "logs a point otherwise than a correction of it says");
        });
    }
}
