package io.daybook.query.iteration;

import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.query.iteration.chunk.Directory;
import io.daybook.query.iteration.chunk.PointsByKey;
import io.daybook.query.iteration.chunk.ScalarChunk;
import io.daybook.query.iteration.chunk.Statistics;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;

/**
 * Changes and takes away points. A chunk, the number of points that are left, and a point's place are told by the events
 * alone; directories and the statistics of a series are worked out from what lies below them.
 */
final class ScalarCorrections {

    private final ViewWriter writer;
    private final ScalarWriter scalars;
    private final PlaceWriter pointPlaces;

    ScalarCorrections(ViewWriter writer, ScalarWriter scalars) {
        this.writer = writer;
        this.scalars = scalars;
        this.pointPlaces = new PlaceWriter(writer);
    }

    void write(PointChanged event) {
        LoggedPoint before = event.before();
        LoggedPoint after = event.after();
        if (before.point().key().equals(after.point().key())) {
            int index = index(before);
            correct(event.iterationId(), before, 0, chunk -> chunk.with(index, after.point()));
        } else {
            String place = append(event.iterationId(), after);
            pointPlaces.move(event.iterationId(), after.ordinal(), place, after.number());
            remove(event.iterationId(), before);
        }
    }

    void write(PointDeleted event) {
        remove(event.iterationId(), event.before());
        pointPlaces.remove(event.iterationId(), event.before().ordinal());
    }

    /** To its new series it comes like a point that is logged. */
    private String append(long iteration, LoggedPoint point) {
        ScalarPoints alone = ScalarPoints.of(point.point());
        long[] firsts = {point.number()};
        ScalarsLogged logged = new ScalarsLogged(iteration, point.ordinal(), firsts, alone);
        return scalars.append(logged, new PointsByKey(alone)).getFirst();
    }

    private void remove(long iteration, LoggedPoint point) {
        int index = index(point);
        correct(iteration, point, 1, chunk -> chunk.without(index));
    }

    private void correct(long iteration, LoggedPoint point, int fewer, UnaryOperator<ScalarChunk> change) {
        String id =
                SeriesView.series(iteration, SeriesKind.SCALAR, point.point().key());
        SeriesDocument series = SeriesDocument.in(found(SeriesView.SERIES, id));
        String chunk = SeriesView.chunk(iteration, series.place(), point.number());
        writer.update(SeriesView.CHUNK, chunk, old -> {
            ScalarChunk damaged = ScalarChunk.in(old);
            if (!damaged.isLive(index(point))) {
                throw new IllegalStateException(chunk + " has no point " + index(point) + " to be corrected");
            }
            return change.apply(damaged).bson();
        });
        ScalarChunk corrected = ScalarChunk.in(found(SeriesView.CHUNK, chunk));
        writer.update(
                SeriesView.DIRECTORY,
                SeriesView.directory(iteration, series.place(), point.number()),
                old -> Directory.in(old, series.key())
                        .with(ScalarWriter.row(point.number()), List.of(corrected))
                        .bson());
        writer.update(SeriesView.SERIES, id, old -> {
            Statistics whole = statistics(iteration, series);
            return series.with(0, whole.counting(series.statistics().count() - fewer))
                    .bson();
        });
    }

    private Statistics statistics(long iteration, SeriesDocument series) {
        List<String> directories = SeriesView.directories(iteration, series.place(), series.points());
        writer.fetch(SeriesView.DIRECTORY, directories);
        Statistics all = Statistics.none();
        for (String id : directories) {
            all = all.and(Directory.in(found(SeriesView.DIRECTORY, id)).statistics());
        }
        return all;
    }

    private BsonDocument found(String collection, String id) {
        return writer.get(collection, id).orElseThrow(() -> new IllegalStateException(id + " is missing"));
    }

    private static int index(LoggedPoint point) {
        return (int) (point.number() % ScalarChunk.SIZE);
    }
}
