package io.daybook.query.iteration;

import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.query.iteration.chunk.BucketParts;
import io.daybook.query.iteration.chunk.HistogramChunk;
import io.daybook.query.iteration.chunk.Numbering;
import io.daybook.query.iteration.chunk.Statistics;
import io.daybook.query.view.ViewWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;

/** Appends logged histograms to their series. */
final class HistogramWriter {

    private final ViewWriter writer;

    HistogramWriter(ViewWriter writer) {
        this.writer = writer;
    }

    /** The histograms of one key in one event, and where that key stands in the event. */
    private record Run(String series, int firstIndex, long first, List<HistogramPoint> points) {}

    void write(HistogramsLogged event) {
        for (Run run : runs(event).values()) {
            String place = place(run);
            writeChunks(event.iterationId(), run, place);
            writeSeries(run, place);
        }
    }

    private static Map<String, Run> runs(HistogramsLogged event) {
        Map<String, Run> runs = new LinkedHashMap<>();
        for (int i = 0; i < event.points().size(); i++) {
            HistogramPoint point = event.points().get(i);
            String series = SeriesView.series(event.iterationId(), SeriesKind.HISTOGRAM, point.key());
            Run fresh = new Run(series, i, event.firsts()[i], new ArrayList<>());
            Run run = runs.putIfAbsent(point.key(), fresh);
            (run == null ? fresh : run).points().add(point);
        }
        return runs;
    }

    private String place(Run run) {
        Optional<BsonDocument> found = writer.get(SeriesView.SERIES, run.series());
        if (found.isPresent()) return SeriesDocument.in(found.get()).place();
        if (run.first() == 0) return SeriesView.place(writer.position(), run.firstIndex());
        throw new IllegalStateException("series " + run.series() + " has lost its first " + run.first() + " points");
    }

    private void writeChunks(long iteration, Run run, String place) {
        long number = run.first();
        int from = 0;
        while (from < run.points().size()) {
            int before = (int) (number % HistogramChunk.SIZE);
            int end = Math.min(run.points().size(), from + HistogramChunk.SIZE - before);
            String id = SeriesView.chunk(iteration, SeriesKind.HISTOGRAM, place, number / HistogramChunk.SIZE);
            writeChunk(id, before, run.points().subList(from, end));
            number += end - from;
            from = end;
        }
    }

    private void writeChunk(String id, int before, List<HistogramPoint> points) {
        for (int i = 0; i < points.size(); i++) writeParts(id, before + i, points.get(i));
        writer.update(SeriesView.CHUNK, id, old -> {
            HistogramChunk chunk = HistogramChunk.in(old);
            Numbering.requireNext(before, chunk.statistics().count(), id);
            return chunk.with(points).bson();
        });
    }

    private void writeParts(String chunk, int index, HistogramPoint point) {
        if (!HistogramChunk.isBig(point.histogram().buckets().length)) return;
        BucketParts.write(
                point.histogram(), chunk, index, (id, part) -> writer.update(SeriesView.BUCKET, id, old -> part));
    }

    private void writeSeries(Run run, String place) {
        writer.update(SeriesView.SERIES, run.series(), old -> {
            String key = run.points().getFirst().key();
            SeriesDocument series = old.map(SeriesDocument::in).orElseGet(() -> SeriesDocument.empty(key, place, 0));
            Numbering.requireNext(run.first(), series.points(), run.series());
            Statistics statistics = series.statistics();
            for (HistogramPoint point : run.points()) statistics = statistics.with(point.step());
            return series.with(run.points().size(), statistics).bson();
        });
    }
}
