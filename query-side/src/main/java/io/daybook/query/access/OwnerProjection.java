package io.daybook.query.access;

import io.daybook.api.experiment.ExperimentEvent.ExperimentCreated;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentEvent.RestoreBegun;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.model.ModelEvent.ModelCreated;
import io.daybook.api.model.ModelEvent.ModelDeleted;
import io.daybook.api.project.ProjectEvent.ProjectCreated;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import io.daybook.api.resource.ResourceEvent.ResourceDeleted;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Key;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;

/** Keeps which project a thing belongs to, as long as it is there. What raced a deletion changes nothing. */
final class OwnerProjection {

    private final ViewWriter writer;
    private final IdListWriter lists;

    OwnerProjection(ViewWriter writer) {
        this.writer = writer;
        this.lists = new IdListWriter(writer, AccessView.LISTS);
    }

    @EventHandler
    void on(ProjectCreated event) {
        put(AccessView.PROJECT, event.projectId(), event.projectId());
    }

    @EventHandler
    void on(ExperimentCreated event) {
        addExperiment(event.projectId(), event.experimentId());
    }

    @EventHandler
    void on(RestoreBegun event) {
        addExperiment(event.projectId(), event.experimentId());
    }

    @EventHandler
    void on(IterationCreated event) {
        if (!knows(AccessView.EXPERIMENT, event.experimentId())) return;
        put(AccessView.ITERATION, event.iterationId(), event.projectId());
        lists.add(AccessView.iterations(event.experimentId()), event.iterationId());
    }

    @EventHandler
    void on(ResourceCreated event) {
        if (!knows(AccessView.EXPERIMENT, event.experimentId())) return;
        put(AccessView.RESOURCE, event.resourceId(), event.projectId());
        lists.add(AccessView.resources(event.experimentId()), event.resourceId());
    }

    @EventHandler
    void on(ModelCreated event) {
        if (!knows(AccessView.PROJECT, event.projectId())) return;
        put(AccessView.MODEL, event.modelId(), event.projectId());
        lists.add(AccessView.models(event.projectId()), event.modelId());
    }

    @EventHandler
    void on(IterationDeleted event) {
        writer.remove(AccessView.ITERATION, Key.of(event.iterationId()));
        lists.remove(AccessView.iterations(event.experimentId()), event.iterationId());
    }

    @EventHandler
    void on(ResourceDeleted event) {
        writer.remove(AccessView.RESOURCE, Key.of(event.resourceId()));
        lists.remove(AccessView.resources(event.experimentId()), event.resourceId());
    }

    @EventHandler
    void on(ModelDeleted event) {
        writer.remove(AccessView.MODEL, Key.of(event.modelId()));
        lists.remove(AccessView.models(event.projectId()), event.modelId());
    }

    @EventHandler
    void on(ExperimentDeleted event) {
        removeExperiment(event.experimentId());
        lists.remove(AccessView.experiments(event.projectId()), event.experimentId());
    }

    /**
     * The lists go after what they lead to, so that it is found again after an interruption. What makes the project known
     * goes last: with it gone, what an interrupted batch had put under it before its list could not be found any more.
     */
    @EventHandler
    void on(ProjectDeleted event) {
        long project = event.projectId();
        lists.forEach(AccessView.experiments(project), this::removeExperiment);
        lists.forEach(AccessView.models(project), model -> writer.remove(AccessView.MODEL, Key.of(model)));
        lists.clear(AccessView.experiments(project));
        lists.clear(AccessView.models(project));
        writer.remove(AccessView.PROJECT, Key.of(project));
    }

    private void addExperiment(long project, long experiment) {
        if (!knows(AccessView.PROJECT, project)) return;
        put(AccessView.EXPERIMENT, experiment, project);
        lists.add(AccessView.experiments(project), experiment);
    }

    private void removeExperiment(long experiment) {
        lists.forEach(AccessView.iterations(experiment), id -> writer.remove(AccessView.ITERATION, Key.of(id)));
        lists.forEach(AccessView.resources(experiment), id -> writer.remove(AccessView.RESOURCE, Key.of(id)));
        lists.clear(AccessView.iterations(experiment));
        lists.clear(AccessView.resources(experiment));
        writer.remove(AccessView.EXPERIMENT, Key.of(experiment));
    }

    private boolean knows(String collection, long id) {
        return writer.get(collection, Key.of(id)).isPresent();
    }

    private void put(String collection, long id, long project) {
        writer.update(collection, Key.of(id), old -> Body.empty()
                .with("project", project)
                .bson());
    }
}
