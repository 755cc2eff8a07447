package io.daybook.query.iteration;

import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.query.iteration.chunk.Directory;
import io.daybook.query.iteration.chunk.Numbering;
import io.daybook.query.iteration.chunk.PointsByKey;
import io.daybook.query.iteration.chunk.ScalarChunk;
import io.daybook.query.view.ViewWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/** Appends logged points to their series. */
final class ScalarWriter {

    private final ViewWriter writer;
    private final PlaceWriter pointPlaces;

    ScalarWriter(ViewWriter writer) {
        this.writer = writer;
        this.pointPlaces = new PlaceWriter(writer);
    }

    void write(ScalarsLogged event) {
        PointsByKey points = new PointsByKey(event.points());
        List<String> places = append(event, points);
        pointPlaces.add(event, points, places);
    }

    /** The places of the series, by key. */
    List<String> append(ScalarsLogged event, PointsByKey points) {
        List<String> keys = event.points().keys();
        List<String> places = places(event);
        for (int key = 0; key < keys.size(); key++) {
            writeChunks(event, points, key, places.get(key));
            writeDirectories(event, points, key, places.get(key));
            writeSeries(event, points, key, places.get(key));
        }
        return places;
    }

    /** Everything that the event needs is read in a few goes, however many keys it has. */
    private List<String> places(ScalarsLogged event) {
        List<String> keys = event.points().keys();
        List<String> series = keys.stream().map(key -> series(event, key)).toList();
        writer.fetch(SeriesView.SERIES, series);
        List<String> places = new ArrayList<>(keys.size());
        List<String> chunks = new ArrayList<>(keys.size());
        List<String> directories = new ArrayList<>(keys.size());
        for (int key = 0; key < keys.size(); key++) {
            String place = place(series.get(key), event.firsts()[key], key);
            places.add(place);
            chunks.add(SeriesView.chunk(event.iterationId(), place, event.firsts()[key]));
            directories.add(SeriesView.directory(event.iterationId(), place, event.firsts()[key]));
        }
        writer.fetch(SeriesView.CHUNK, chunks);
        writer.fetch(SeriesView.DIRECTORY, directories);
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
            String id = SeriesView.chunk(event.iterationId(), place, number);
            writer.update(SeriesView.CHUNK, id, old -> {
                ScalarChunk chunk = ScalarChunk.in(old);
                Numbering.requireNext(before, chunk.points(), id);
                return chunk.with(points, start, end, event.ordinal()).bson();
            });
            number += end - from;
            from = end;
        }
    }

    private void writeDirectories(ScalarsLogged event, PointsByKey points, int key, String place) {
        long number = event.firsts()[key];
        long end = number + points.end(key) - points.start(key);
        String name = event.points().keys().get(key);
        while (number < end) {
            long here = number - number % SeriesView.POINTS_A_DIRECTORY;
            long next = Math.min(end, here + SeriesView.POINTS_A_DIRECTORY);
            long first = number;
            writer.update(
                    SeriesView.DIRECTORY, SeriesView.directory(event.iterationId(), place, number), old -> Directory.in(
                                    old, name)
                            .grown(row(first), chunks(event.iterationId(), place, first, next))
                            .bson());
            number = next;
        }
    }

    static int row(long number) {
        return (int) (number / ScalarChunk.SIZE % Directory.SIZE);
    }

    /**
     * As they are now. When an event comes again after an interruption they may be ahead of it; then the events that
     * brought them there come again, too, and say the same of them.
     */
    private List<ScalarChunk> chunks(long iteration, String place, long from, long to) {
        List<ScalarChunk> chunks = new ArrayList<>();
        for (long number = from - from % ScalarChunk.SIZE; number < to; number += ScalarChunk.SIZE) {
            chunks.add(ScalarChunk.in(writer.get(SeriesView.CHUNK, SeriesView.chunk(iteration, place, number))));
        }
        return chunks;
    }

    private void writeSeries(ScalarsLogged event, PointsByKey points, int key, String place) {
        int start = points.start(key);
        int end = points.end(key);
        String name = event.points().keys().get(key);
        writer.update(SeriesView.SERIES, series(event, name), old -> {
            long ordinal = event.ordinal() + points.placeAt(start);
            SeriesDocument series =
                    old.map(SeriesDocument::in).orElseGet(() -> SeriesDocument.empty(name, place, ordinal));
            Numbering.requireNext(event.firsts()[key], series.points(), name);
            return series.with(end - start, series.statistics().with(points, start, end))
                    .bson();
        });
    }

    private static String series(ScalarsLogged event, String key) {
        return SeriesView.series(event.iterationId(), SeriesKind.SCALAR, key);
    }
}
