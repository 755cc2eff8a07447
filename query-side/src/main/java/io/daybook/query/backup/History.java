package io.daybook.query.backup;

import io.daybook.api.experiment.ExperimentEvent;
import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.CrayonNameGiven;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentCreated;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentEvent.ExperimentTagged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentUntagged;
import io.daybook.api.experiment.ExperimentEvent.IterationPinned;
import io.daybook.api.experiment.ExperimentEvent.IterationUnpinned;
import io.daybook.api.experiment.ExperimentEvent.ResourcePinned;
import io.daybook.api.experiment.ExperimentEvent.ResourceUnpinned;
import io.daybook.api.experiment.ExperimentEvent.RestoreBegun;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.IterationEvent.EnvironmentRecorded;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.IterationChanged;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.IterationEvent.IterationFinalised;
import io.daybook.api.iteration.IterationEvent.IterationTagged;
import io.daybook.api.iteration.IterationEvent.IterationUntagged;
import io.daybook.api.iteration.IterationEvent.ParameterChanged;
import io.daybook.api.iteration.IterationEvent.ParameterDeleted;
import io.daybook.api.iteration.IterationEvent.ParameterLogged;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.query.backup.correction.Corrections;
import io.daybook.query.backup.zip.BrokenArchive;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Folds the events of an archive, and holds them to be the whole life of one experiment and its one iteration. */
final class History {

    private final Stream experiment = new Stream();
    private final Stream iteration = new Stream();
    private final HistoryOfPoints points = new HistoryOfPoints();
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
        return new Manifest.Counts(experiment.events + iteration.events, points.scalars(), points.histograms());
    }

    /** Each batch of points once more, since corrections come after what they correct. */
    void recheck(ScalarsLogged logged) throws IOException {
        points.recheck(logged);
    }

    Corrections corrections() {
        return points.corrections();
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
            // Tags and models are no part of what is restored.
            case ExperimentTagged tagged -> {}
            case ExperimentUntagged untagged -> {}
            case IterationPinned pinned -> {}
            case IterationUnpinned unpinned -> {}
            case ResourcePinned pinned -> {}
            case ResourceUnpinned unpinned -> {}
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
            case ScalarsLogged logged -> points.add(logged);
            case HistogramsLogged logged -> points.add(logged);
            case PointChanged changed -> points.add(changed);
            case PointDeleted deleted -> points.add(deleted);
            case IterationDeleted deleted -> throw new BrokenArchive("says that the iteration was deleted");
            // Crayon knows the points of a run, and nothing else of it.
            case IterationFinalised finalised -> {}
            case IterationChanged changed -> {}
            case IterationTagged tagged -> {}
            case IterationUntagged untagged -> {}
            case EnvironmentRecorded recorded -> {}
            case ParameterLogged logged -> {}
            case ParameterChanged changed -> {}
            case ParameterDeleted deleted -> {}
        }
    }

    static void require(boolean holds, String otherwise) throws BrokenArchive {
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
