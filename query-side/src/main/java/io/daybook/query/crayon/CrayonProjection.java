package io.daybook.query.crayon;

import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.CrayonNameGiven;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.query.view.ViewWriter;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/** Keeps which experiment a name leads to, and which names are running. */
final class CrayonProjection {

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
        ExperimentStatus status = event.status();
        if (status == null) return;
        Optional<CrayonDocument> known = known(event.experimentId());
        if (known.isEmpty()) return;
        CrayonDocument changed = known.get().with(status);
        putExperiment(changed);
        if (holdsItsName(changed)) putName(changed);
    }

    /** The name may lead to another experiment by now, and then stays. */
    @EventHandler
    void on(ExperimentDeleted event) {
        Optional<CrayonDocument> known = known(event.experimentId());
        if (known.isEmpty()) return;
        if (holdsItsName(known.get())) {
            writer.remove(
                    CrayonCollections.RUNNING,
                    CrayonCollections.name(known.get().name()));
            writer.remove(
                    CrayonCollections.NAME, CrayonCollections.name(known.get().name()));
        }
        writer.remove(CrayonCollections.EXPERIMENT, CrayonCollections.experiment(event.experimentId()));
    }

    private void list(CrayonDocument document) {
        putExperiment(document);
        putName(document);
    }

    private void putExperiment(CrayonDocument document) {
        String id = CrayonCollections.experiment(document.experiment());
        writer.update(CrayonCollections.EXPERIMENT, id, old -> document.bson());
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

    private boolean holdsItsName(CrayonDocument document) {
        return writer.get(CrayonCollections.NAME, CrayonCollections.name(document.name()))
                .map(CrayonDocument::in)
                .filter(holder -> holder.experiment() == document.experiment())
                .isPresent();
    }

    private Optional<CrayonDocument> known(long experiment) {
        return writer.get(CrayonCollections.EXPERIMENT, CrayonCollections.experiment(experiment))
                .map(CrayonDocument::in);
    }
}
