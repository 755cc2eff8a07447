package io.daybook.query.backup;

import io.daybook.api.experiment.ExperimentEvent;
import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.CrayonNameGiven;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentCreated;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentEvent.RestoreBegun;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationFinalised;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.query.backup.zip.BrokenArchive;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds the events of an archive, and holds them to be the whole life of one experiment and its one iteration. */
final class History {

    private final Stream experiment = new Stream();
    private final Stream iteration = new Stream();
    private final Map<String, Long> scalarsByKey = new HashMap<>();
    private final Map<String, Long> histogramsByKey = new HashMap<>();
    private long scalars;
    private long histograms;
    private String description = "";
    private ExperimentStatus status = ExperimentStatus.IN_PROGRESS;
    private @Nullable String endDate;

    void add(EventLine line) throws BrokenArchive {
        switch (line.event()) {
            case ExperimentEvent event -> add(line, event);
            case IterationEvent event -> add(line, event);
            default ->
                throw new BrokenArchive(
                        "holds a " + line.event().getClass().getSimpleName() + ", which is no part of an experiment");
        }
    }

    /** After the last event. */
    void finish() throws BrokenArchive {
        if (iteration.events == 0) throw new BrokenArchive(Manifest.EVENTS + " does not tell of an iteration");
    }

    Manifest.Counts counts() {
        return new Manifest.Counts(experiment.events + iteration.events, scalars, histograms);
    }

    String description() {
        return description;
    }

    ExperimentStatus status() {
        return status;
    }

    @Nullable String endDate() {
        return endDate;
    }

    private void add(EventLine line, ExperimentEvent event) throws BrokenArchive {
        require(iteration.events == 0, "tells of an experiment after an iteration");
        experiment.follow(line, event.experimentId(), "experiment-");
        boolean creates = event instanceof ExperimentCreated || event instanceof RestoreBegun;
        require(creates == (experiment.events == 1), "does not tell of an experiment from its beginning");
        switch (event) {
            case ExperimentChanged changed -> change(changed);
            case BackupRestored restored -> restore(restored);
            case ExperimentDeleted deleted -> throw new BrokenArchive("says that the experiment was deleted");
            case ExperimentCreated created -> {}
            case CrayonNameGiven given -> {}
            case RestoreBegun begun -> {}
            default -> {}
        }
    }

    private void change(ExperimentChanged changed) {
        if (changed.reopened()) endDate = null;
        if (changed.status() != null) status = changed.status();
        if (changed.description() != null) description = changed.description();
        if (changed.endDate() != null) endDate = changed.endDate();
    }

    private void restore(BackupRestored restored) {
        description = restored.description();
        status = restored.status();
        endDate = restored.endDate();
    }

    private void add(EventLine line, IterationEvent event) throws BrokenArchive {
        iteration.follow(line, event.iterationId(), "iteration-");
        boolean creates = event instanceof IterationCreated;
        require(creates == (iteration.events == 1), "does not tell of an iteration from its beginning");
        switch (event) {
            case IterationCreated created ->
                require(
                        created.experimentId() == experiment.id && experiment.events > 0,
                        "tells of an iteration of another experiment");
            case IterationFinalised finalised -> {}
            case ScalarsLogged logged -> add(logged);
            case HistogramsLogged logged -> add(logged);
            default -> {}
        }
    }

    private void add(ScalarsLogged logged) throws BrokenArchive {
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

    private void add(HistogramsLogged logged) throws BrokenArchive {
        require(logged.firsts().length == logged.points().size(), "does not number its histograms");
        int i = 0;
        for (HistogramPoint point : logged.points()) {
            long number = histogramsByKey.merge(point.key(), 1L, Long::sum) - 1;
            require(logged.firsts()[i++] == number, "does not go on where a series of histograms ended");
        }
        histograms += logged.points().size();
    }

    private static void require(boolean holds, String otherwise) throws BrokenArchive {
        if (!holds) throw new BrokenArchive(otherwise);
    }

    /** One aggregate's events: all of one id, numbered without a gap, in the order of the log. */
    private static final class Stream {

        private long id;
        private long events;
        private long position;

        private void follow(EventLine line, long owner, String kind) throws BrokenArchive {
            if (events == 0) id = owner;
            require(owner == id && line.aggregate().equals(kind + id), "belongs to something else");
            require(line.sequence() == events, "does not follow the event before it");
            require(line.position() > position, "stands out of the order of the log");
            position = line.position();
            events++;
        }
    }
}
