package io.daybook.query.model;

import io.daybook.api.model.ModelEvent.ModelChanged;
import io.daybook.api.model.ModelEvent.ModelCreated;
import io.daybook.api.model.ModelEvent.ModelDeleted;
import io.daybook.api.model.ModelEvent.ModelVersionChanged;
import io.daybook.api.model.ModelEvent.ModelVersionCreated;
import io.daybook.api.model.ModelEvent.ModelVersionDeleted;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.query.documents.Key;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.project.Projects;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;

/** Keeps models and their versions until the model or its project is deleted. */
final class ModelProjection {

    private static final int PAGE = 200;

    private final ViewWriter writer;
    private final IdListWriter lists;

    ModelProjection(ViewWriter writer, IdListWriter lists) {
        this.writer = writer;
        this.lists = lists;
    }

    @EventHandler
    void on(ModelCreated event) {
        if (!Projects.knows(writer, event.projectId())) return;
        writer.update(Models.MODEL, Key.of(event.modelId()), old -> ModelDocument.of(event));
        lists.add(Models.of(event.projectId()), event.modelId());
    }

    @EventHandler
    void on(ModelChanged event) {
        writer.change(Models.MODEL, Key.of(event.modelId()), old -> ModelDocument.changed(old, event));
    }

    @EventHandler
    void on(ModelDeleted event) {
        remove(event.modelId());
        lists.remove(Models.of(event.projectId()), event.modelId());
    }

    @EventHandler
    void on(ProjectDeleted event) {
        lists.forEach(Models.of(event.projectId()), this::remove);
        lists.clear(Models.of(event.projectId()));
    }

    @EventHandler
    void on(ModelVersionCreated event) {
        if (writer.get(Models.MODEL, Key.of(event.modelId())).isEmpty()) return;
        String key = Models.version(event.modelVersionId());
        writer.update(Models.VERSION, key, old -> ModelVersionDocument.of(event));
        lists.add(Models.versions(event.modelId()), event.modelVersionId());
    }

    @EventHandler
    void on(ModelVersionChanged event) {
        String key = Models.version(event.modelVersionId());
        writer.change(Models.VERSION, key, old -> ModelVersionDocument.changed(old, event));
        Long archived = event.archivedVersionId();
        if (archived == null) return;
        writer.change(Models.VERSION, Models.version(archived), old -> ModelVersionDocument.archived(old, event));
    }

    @EventHandler
    void on(ModelVersionDeleted event) {
        writer.remove(Models.VERSION, Models.version(event.modelVersionId()));
        lists.remove(Models.versions(event.modelId()), event.modelVersionId());
    }

    private void remove(long model) {
        writer.remove(Models.MODEL, Key.of(model));
        writer.forEachUnder(Models.VERSION, Key.under(model), PAGE, key -> writer.remove(Models.VERSION, key));
        lists.clear(Models.versions(model));
    }
}
