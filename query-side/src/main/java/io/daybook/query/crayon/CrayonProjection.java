package io.daybook.query.crayon;

import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.CrayonNameGiven;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.query.documents.Key;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.bson.BsonDocument;

/**
 * Keeps which experiment a name leads to. Documents of names and of experiments may be written in any order, and any of
 * them may be missing after an interruption: an experiment's document knows what its names are and were.
 */
final class CrayonProjection {

    private static final int PAGE = 200;

    private final ViewWriter writer;

    CrayonProjection(ViewWriter writer) {
        this.writer = writer;
    }

    @EventHandler
    void on(CrayonNameGiven event) {
        list(new CrayonDocument(
                event.name(),
                event.projectId(),
                event.experimentId(),
                event.iterationId(),
                ExperimentStatus.IN_PROGRESS,
                writer.position(),
                List.of()));
    }

    /** The name switches from whatever it led to, in this one event. */
    @EventHandler
    void on(BackupRestored event) {
        list(new CrayonDocument(
                event.name(),
                event.projectId(),
                event.experimentId(),
                event.iterationId(),
                event.status(),
                writer.position(),
                List.of()));
    }

    @EventHandler
    void on(ExperimentChanged event) {
        known(event.experimentId())
                .ifPresent(was -> put(was.with(event.status()).with(event.name(), writer.position())));
    }

    @EventHandler
    void on(ExperimentDeleted event) {
        remove(event.projectId(), event.experimentId());
    }

    /**
     * That it is gone is kept for ever: a name that was given meanwhile leads nowhere. It is noted last, since names
     * given before may come again.
     */
    @EventHandler
    void on(ProjectDeleted event) {
        writer.forEachUnder(
                CrayonCollections.OF_PROJECT,
                Key.under(event.projectId()),
                PAGE,
                row -> remove(event.projectId(), Key.numbers(row)[1]));
        String project = Key.of(event.projectId());
        writer.update(CrayonCollections.PROJECT_GONE, project, old -> new BsonDocument());
    }

    private void list(CrayonDocument document) {
        if (isGone(document.project())) return;
        String row = CrayonCollections.ofProject(document.project(), document.experiment());
        writer.update(CrayonCollections.OF_PROJECT, row, old -> new BsonDocument());
        put(document);
    }

    /**
     * An experiment that holds a later event is left to that event, which comes again as well. One that holds just this
     * event says what its name is to be, since after an interruption the name may not hold it yet.
     */
    private void put(CrayonDocument fresh) {
        String id = Key.of(fresh.experiment());
        if (writer.isAhead(CrayonCollections.EXPERIMENT, id)) return;
        boolean applied = writer.isApplied(CrayonCollections.EXPERIMENT, id);
        CrayonDocument document = applied ? known(fresh.experiment()).orElse(fresh) : fresh;
        document.former().forEach(name -> removeName(name, document.experiment()));
        putName(document);
        writer.update(CrayonCollections.EXPERIMENT, id, old -> document.bson());
    }

    private void remove(long project, long experiment) {
        known(experiment).ifPresent(document -> {
            document.former().forEach(name -> removeName(name, experiment));
            removeName(document.name(), experiment);
        });
        writer.remove(CrayonCollections.EXPERIMENT, Key.of(experiment));
        writer.remove(CrayonCollections.OF_PROJECT, CrayonCollections.ofProject(project, experiment));
    }

    /** The name may lead to another experiment by now, and then stays. */
    private void removeName(String name, long experiment) {
        if (holder(name) == experiment) writer.remove(CrayonCollections.NAME, CrayonCollections.name(name));
    }

    /** A name is taken by the event that gives it, and follows its experiment until another takes it. */
    private void putName(CrayonDocument document) {
        boolean takes = document.listed() == writer.position();
        if (!takes && holder(document.name()) != document.experiment()) return;
        writer.update(CrayonCollections.NAME, CrayonCollections.name(document.name()), old -> document.bson());
    }

    private boolean isGone(long project) {
        return writer.get(CrayonCollections.PROJECT_GONE, Key.of(project)).isPresent();
    }

    /** The experiment that a name leads to; 0 for none. */
    private long holder(String name) {
        return writer.get(CrayonCollections.NAME, CrayonCollections.name(name))
                .map(CrayonDocument::in)
                .map(CrayonDocument::experiment)
                .orElse(0L);
    }

    private Optional<CrayonDocument> known(long experiment) {
        return writer.get(CrayonCollections.EXPERIMENT, Key.of(experiment)).map(CrayonDocument::in);
    }
}
