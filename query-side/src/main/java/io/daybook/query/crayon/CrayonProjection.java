package io.daybook.query.crayon;

import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.CrayonNameGiven;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.query.documents.Key;
import io.daybook.query.view.ViewWriter;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/**
 * Keeps which experiment a name leads to, and which names are running. An experiment's own document is written last:
 * until then it says which name the same event, coming again, has to begin with.
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
                writer.position()));
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
                writer.position()));
    }

    @EventHandler
    void on(ExperimentChanged event) {
        String id = Key.of(event.experimentId());
        Optional<CrayonDocument> known = known(event.experimentId());
        if (known.isEmpty() || writer.isApplied(CrayonCollections.EXPERIMENT, id)) return;
        CrayonDocument was = known.get();
        CrayonDocument changed = was.with(event.status()).with(event.name());
        boolean renamed = !changed.name().equals(was.name());
        if (renamed) removeName(was);
        if (renamed || holdsItsName(was)) putName(changed);
        writer.update(CrayonCollections.EXPERIMENT, id, old -> changed.bson());
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

    /** An experiment that holds the event already may have got another name since. */
    private void list(CrayonDocument document) {
        String id = Key.of(document.experiment());
        if (isGone(document.project()) || writer.isApplied(CrayonCollections.EXPERIMENT, id)) return;
        String row = CrayonCollections.ofProject(document.project(), document.experiment());
        writer.update(CrayonCollections.OF_PROJECT, row, old -> new BsonDocument());
        putName(document);
        writer.update(CrayonCollections.EXPERIMENT, id, old -> document.bson());
    }

    /** The name may lead to another experiment by now, and then stays. */
    private void remove(long project, long experiment) {
        known(experiment).ifPresent(this::removeName);
        writer.remove(CrayonCollections.EXPERIMENT, Key.of(experiment));
        writer.remove(CrayonCollections.OF_PROJECT, CrayonCollections.ofProject(project, experiment));
    }

    /** Each of the two is asked by itself whose it is: after an interruption one may be there without the other. */
    private void removeName(CrayonDocument document) {
        String id = CrayonCollections.name(document.name());
        boolean listed = writer.get(CrayonCollections.RUNNING, id)
                .filter(running -> running.getInt64("experiment").getValue() == document.experiment())
                .isPresent();
        if (listed) writer.remove(CrayonCollections.RUNNING, id);
        if (holdsItsName(document)) writer.remove(CrayonCollections.NAME, id);
    }

    /** The name goes last: where it holds an event, the list of running ones does. */
    private void putName(CrayonDocument document) {
        String id = CrayonCollections.name(document.name());
        if (writer.isApplied(CrayonCollections.NAME, id)) return;
        if (document.running()) {
            BsonDocument body = new BsonDocument("experiment", new BsonInt64(document.experiment()));
            writer.update(CrayonCollections.RUNNING, id, old -> body);
        } else {
            writer.remove(CrayonCollections.RUNNING, id);
        }
        writer.update(CrayonCollections.NAME, id, old -> document.bson());
    }

    private boolean isGone(long project) {
        return writer.get(CrayonCollections.PROJECT_GONE, Key.of(project)).isPresent();
    }

    private boolean holdsItsName(CrayonDocument document) {
        return writer.get(CrayonCollections.NAME, CrayonCollections.name(document.name()))
                .map(CrayonDocument::in)
                .filter(holder -> holder.experiment() == document.experiment())
                .isPresent();
    }

    private Optional<CrayonDocument> known(long experiment) {
        return writer.get(CrayonCollections.EXPERIMENT, Key.of(experiment)).map(CrayonDocument::in);
    }
}
