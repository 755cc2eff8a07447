package io.daybook.query.backup;

import io.daybook.api.backup.Archive;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.experiment.ExperimentEvent;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.project.ProjectId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The life of one experiment, event by event, and what a backup made of it. */
final class Story {

    static final CrayonTarget TARGET =
            new CrayonTarget(new ProjectId(1), new ExperimentId(7), new IterationId(9), true);

    final MemoryLog log = new MemoryLog();
    private final Map<String, Long> scalarsByKey = new HashMap<>();
    private final Map<String, Long> histogramsByKey = new HashMap<>();
    private long ordinal;

    /** An experiment that was just created, with a neighbour before, between and after its own events. */
    static Story begun() {
        Story story = new Story();
        story.neighbour();
        story.experiment(new ExperimentEvent.ExperimentCreated(7, 1, "foo", "2026-01-01T00:00:00"));
        story.experiment(new ExperimentEvent.CrayonNameGiven(7, 1, 9, "foo"));
        story.iteration(new IterationEvent.IterationCreated(9, 7, 1, null, "2026-01-01T00:00:00"));
        story.neighbour();
        return story;
    }

    /** A short one with a bit of everything. */
    static Story small() {
        return begun().scalars(new ScalarPoint("loss", 0, 1.5, 0.5), new ScalarPoint("acc", 0, 1.5, 0.25))
                .histograms(point("weights", 0), point("biases", 0))
                .scalars(new ScalarPoint("loss", 1, 2.5, 0.375))
                .histograms(point("weights", 1));
    }

    static HistogramPoint point(String key, long step) {
        double[] limits = {-1e-12, 0, 1.5};
        double[] buckets = {1, 2, 3 + step};
        return new HistogramPoint(key, step, 10.25 + step, new Histogram(-1, 1.25, 6 + step, 2, 5, limits, buckets));
    }

    void neighbour() {
        log.append("experiment-70", new ExperimentEvent.ExperimentCreated(70, 1, "bar", "2026-01-01T00:00:00"));
        log.append("iteration-90", new IterationEvent.IterationCreated(90, 70, 1, null, "2026-01-01T00:00:00"));
    }

    Story experiment(ExperimentEvent event) {
        log.append("experiment-7", event);
        return this;
    }

    Story iteration(IterationEvent event) {
        log.append("iteration-9", event);
        return this;
    }

    Story scalars(ScalarPoint... points) {
        ScalarPoints batch = ScalarPoints.of(points);
        long[] firsts = batch.keys().stream()
                .mapToLong(key -> scalarsByKey.getOrDefault(key, 0L))
                .toArray();
        iteration(new IterationEvent.ScalarsLogged(9, ordinal, firsts, batch));
        for (ScalarPoint point : points) scalarsByKey.merge(point.key(), 1L, Long::sum);
        ordinal += points.length;
        return this;
    }

    Story histograms(HistogramPoint... points) {
        long[] firsts = new long[points.length];
        for (int i = 0; i < points.length; i++) firsts[i] = histogramsByKey.merge(points[i].key(), 1L, Long::sum) - 1;
        return iteration(new IterationEvent.HistogramsLogged(9, firsts, List.of(points)));
    }

    byte[] backup() throws IOException {
        return backup("foo", log.head());
    }

    byte[] backup(String name, long upTo) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        archives(log).write(new CrayonName(name), TARGET, upTo, zip);
        return zip.toByteArray();
    }

    static ZipArchives archives(MemoryLog log) {
        return new ZipArchives(log, new StoredEvents(), new ArchiveLimits(64 << 20));
    }

    /** What an archive replays, point by point. */
    record Points(List<ScalarPoint> scalars, List<HistogramPoint> histograms) {

        static Points of(Archive.Sound archive) throws IOException {
            Points all = new Points(new ArrayList<>(), new ArrayList<>());
            archive.replay(all::add, all.histograms::addAll);
            return all;
        }

        private void add(ScalarPoints batch) {
            for (int i = 0; i < batch.size(); i++) {
                String key = batch.keys().get(batch.keyAt(i));
                scalars.add(new ScalarPoint(key, batch.stepAt(i), batch.wallTimeAt(i), batch.valueAt(i)));
            }
        }
    }
}
