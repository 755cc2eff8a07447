package io.daybook.query.resource;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.resource.ResourceEvent.ResourceChanged;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import io.daybook.api.resource.ResourceEvent.ResourceDeleted;
import io.daybook.query.documents.Key;
import io.daybook.query.experiment.Experiments;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;

/** Keeps what is known of resources until they, their experiment or their project are deleted. */
final class ResourceProjection {

    private final ViewWriter writer;
    private final IdListWriter lists;

    ResourceProjection(ViewWriter writer, IdListWriter lists) {
        this.writer = writer;
        this.lists = lists;
    }

    @EventHandler
    void on(ResourceCreated event) {
        if (!Experiments.knows(writer, event.experimentId())) return;
        writer.update(Resources.RESOURCE, Key.of(event.resourceId()), old -> ResourceDocument.of(event));
        lists.add(Resources.of(event.experimentId()), event.resourceId());
    }

    @EventHandler
    void on(ResourceChanged event) {
        String id = Key.of(event.resourceId());
        writer.change(Resources.RESOURCE, id, old -> ResourceDocument.changed(old, event));
    }

    @EventHandler
    void on(ResourceDeleted event) {
        writer.remove(Resources.RESOURCE, Key.of(event.resourceId()));
        lists.remove(Resources.of(event.experimentId()), event.resourceId());
    }

    @EventHandler
    void on(ExperimentDeleted event) {
        removeAllOf(event.experimentId());
    }

    @EventHandler
    void on(ProjectDeleted event) {
        Experiments.forEachOf(event.projectId(), writer, lists, this::removeAllOf);
    }

    private void removeAllOf(long experiment) {
        lists.forEach(Resources.of(experiment), resource -> writer.remove(Resources.RESOURCE, Key.of(resource)));
        lists.clear(Resources.of(experiment));
    }
}
