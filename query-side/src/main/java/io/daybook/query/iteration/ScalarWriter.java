package io.daybook.query.iteration;

import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.query.iteration.chunk.PointsByKey;
import io.daybook.query.iteration.chunk.ScalarChunk;
import io.daybook.query.iteration.chunk.Statistics;
import io.daybook.query.view.ViewWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/** Appends logged points to their series. */
final class ScalarWriter {

    private final ViewWriter writer;

    ScalarWriter(ViewWriter writer) {
        this.writer = writer;
    }

    void write(ScalarsLogged event) {
        PointsByKey points = new PointsByKey(event.points());
        List<String> keys = event.points().keys();
        List<String> places = places(event);
        for (int key = 0; key < keys.size(); key++) {
            writeChunks(event, points, key, places.get(key));
            writeSeries(event, points, key, places.get(key));
        }
    }

    /** Everything that the event needs is read in two goes, however many keys it has. */
    private List<String> places(ScalarsLogged event) {
        List<String> keys = event.points().keys();
        List<String> series = keys.stream().map(key -> series(event, key)).toList();
        writer.fetch(SeriesView.SERIES, series);
        List<String> places = new ArrayList<>(keys.size());
        List<String> chunks = new ArrayList<>(keys.size());
        for (int key = 0; key < keys.size(); key++) {
            String place = place(series.get(key), event.firsts()[key], key);
            places.add(place);
            chunks.add(chunk(event, place, event.firsts()[key] / ScalarChunk.SIZE));
        }
        writer.fetch(SeriesView.CHUNK, chunks);
        return places;
    }

    private String place(String series, long first, int key) {
        Optional<BsonDocument> found = writer.get(SeriesView.SERIES, series);
        if (found.isPresent()) return SeriesDocument.in(found.get()).place();
        if (first == 0) return SeriesView.place(writer.position(), key);
        throw new IllegalStateException("series " + series + " has lost its first " + first + " points");
    }

    private void writeChunks(ScalarsLogged event, PointsByKey points, int key, String place) {
        long number = event.firsts()[key];
        int from = points.start(key);
        while (from < points.end(key)) {
            int before = (int) (number % ScalarChunk.SIZE);
            int start = from;
            int end = Math.min(points.end(key), from + ScalarChunk.SIZE - before);
            String id = chunk(event, place, number / ScalarChunk.SIZE);
            writer.update(SeriesView.CHUNK, id, old -> {
                ScalarChunk chunk = ScalarChunk.in(old);
                chunk.statistics().endsBefore(before, id);
                return chunk.with(points, start, end, event.ordinal()).bson();
            });
            number += end - from;
            from = end;
        }
    }

    private void writeSeries(ScalarsLogged event, PointsByKey points, int key, String place) {
        int start = points.start(key);
        String name = event.points().keys().get(key);
        writer.update(SeriesView.SERIES, series(event, name), old -> {
            long ordinal = event.ordinal() + points.placeAt(start);
            SeriesDocument series = old.map(SeriesDocument::in)
                    .orElseGet(() -> new SeriesDocument(name, place, ordinal, Statistics.none()));
            series.statistics().endsBefore(event.firsts()[key], name);
            return series.with(series.statistics().with(points, start, points.end(key)))
                    .bson();
        });
    }

    private static String series(ScalarsLogged event, String key) {
        return SeriesView.series(event.iterationId(), SeriesKind.SCALAR, key);
    }

    private static String chunk(ScalarsLogged event, String place, long chunk) {
        return SeriesView.chunk(event.iterationId(), SeriesKind.SCALAR, place, chunk);
    }
}
