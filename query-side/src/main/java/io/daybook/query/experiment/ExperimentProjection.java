package io.daybook.query.experiment;

import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentCreated;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentEvent.RestoreBegun;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Key;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.project.Projects;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;

/**
 * Keeps experiments and which ones a project has. It comes after the projections of what lies in an experiment: they
 * find it by the lists that this one takes away.
 */
final class ExperimentProjection {

    private final ViewWriter writer;
    private final IdListWriter lists;

    ExperimentProjection(ViewWriter writer, IdListWriter lists) {
        this.writer = writer;
        this.lists = lists;
    }

    @EventHandler
    void on(ExperimentCreated event) {
        if (!Projects.knows(writer, event.projectId())) return;
        String id = Key.of(event.experimentId());
        writer.update(Experiments.EXPERIMENT, id, old -> ExperimentDocument.of(event));
        lists.add(Experiments.listed(event.projectId()), event.experimentId());
    }

    @EventHandler
    void on(RestoreBegun event) {
        if (!Projects.knows(writer, event.projectId())) return;
        String id = Key.of(event.experimentId());
        writer.update(Experiments.EXPERIMENT, id, old -> ExperimentDocument.of(event));
        String row = Experiments.restoring(event.projectId(), event.experimentId());
        writer.update(Experiments.RESTORING, row, old -> Body.empty().bson());
    }

    /** Whether the experiment itself is still there must not matter: its deletion will take it from the list. */
    @EventHandler
    void on(BackupRestored event) {
        if (!Projects.knows(writer, event.projectId())) return;
        String id = Key.of(event.experimentId());
        writer.change(Experiments.EXPERIMENT, id, old -> ExperimentDocument.restored(old, event));
        lists.add(Experiments.listed(event.projectId()), event.experimentId());
        writer.remove(Experiments.RESTORING, Experiments.restoring(event.projectId(), event.experimentId()));
    }

    @EventHandler
    void on(ExperimentChanged event) {
        String id = Key.of(event.experimentId());
        writer.change(Experiments.EXPERIMENT, id, old -> ExperimentDocument.changed(old, event));
    }

    @EventHandler
    void on(ExperimentDeleted event) {
        writer.remove(Experiments.EXPERIMENT, Key.of(event.experimentId()));
        String row = Experiments.restoring(event.projectId(), event.experimentId());
        if (writer.get(Experiments.RESTORING, row).isPresent()) return;
        lists.remove(Experiments.listed(event.projectId()), event.experimentId());
    }

    @EventHandler
    void on(ProjectDeleted event) {
        long project = event.projectId();
        Experiments.forEachOf(
                project, writer, lists, experiment -> writer.remove(Experiments.EXPERIMENT, Key.of(experiment)));
        lists.clear(Experiments.listed(project));
        writer.forEachUnder(
                Experiments.RESTORING, Key.under(project), 200, row -> writer.remove(Experiments.RESTORING, row));
    }
}
