package io.daybook.command.model;

import io.daybook.api.model.ModelCommand.ChangeModel;
import io.daybook.api.model.ModelCommand.ChangeModelVersion;
import io.daybook.api.model.ModelCommand.CreateModel;
import io.daybook.api.model.ModelCommand.CreateModelVersion;
import io.daybook.api.model.ModelEvent;
import io.daybook.api.model.ModelEvent.ModelChanged;
import io.daybook.api.model.ModelEvent.ModelCreated;
import io.daybook.api.model.ModelEvent.ModelDeleted;
import io.daybook.api.model.ModelEvent.ModelVersionChanged;
import io.daybook.api.model.ModelEvent.ModelVersionCreated;
import io.daybook.api.model.ModelEvent.ModelVersionDeleted;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelName;
import io.daybook.api.model.ModelVersionId;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Fingerprint;
import io.daybook.command.bus.Log;
import io.daybook.command.bus.Refuse;
import io.daybook.command.experiment.Containers;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A name for what training is after, and its versions; at most one of them is in production. */
@AggregateRoot(type = "model")
public class Model {

    @AggregateIdentifier
    private @Nullable String id;

    private long number;
    private long projectId;
    private String name = "";
    private String description = "";
    private final Versions versions = new Versions();

    Model() {}

    Model(CreateModel command) {
        long project = command.projectId().value();
        Log.append(
                project,
                new ModelCreated(
                        command.id().value(),
                        project,
                        command.name().value(),
                        command.description(),
                        command.createdDate()));
    }

    ProjectId project() {
        return new ProjectId(projectId);
    }

    ModelName name() {
        return new ModelName(name);
    }

    void refuseWhenGone(Containers containers) {
        if (containers.projectIsGone(projectId)) {
            throw Refuse.command(Refusal.UNKNOWN_MODEL, "the project of " + id + " was deleted");
        }
    }

    void change(ChangeModel command) {
        ModelName wanted = command.name();
        String next = wanted == null || wanted.value().equals(name) ? null : wanted.value();
        String text = Fingerprint.changed(description, command.description());
        if (next == null && text == null) return;
        Log.append(projectId, new ModelChanged(number, next, text, command.updatedDate()));
    }

    void delete() {
        Log.append(projectId, new ModelDeleted(number, projectId));
    }

    ModelVersionId nextVersion() {
        return versions.next(new ModelId(number));
    }

    void register(ModelVersionId version, CreateModelVersion command) {
        Log.append(
                projectId,
                new ModelVersionCreated(
                        number,
                        version.value(),
                        version.version(),
                        command.iteration().value(),
                        command.resource() == null ? null : command.resource().value(),
                        command.description(),
                        command.createdDate()));
    }

    Version version(ModelVersionId version) {
        return versions.get(version);
    }

    void changeVersion(ChangeModelVersion change) {
        ModelVersionChanged event = versions.change(change);
        if (event != null) Log.append(projectId, event);
    }

    void deleteVersion(ModelVersionId version) {
        Log.append(projectId, new ModelVersionDeleted(number, version.value()));
    }

    @EventSourcingHandler
    void on(ModelEvent event) {
        switch (event) {
            case ModelCreated created -> begin(created);
            case ModelChanged changed -> take(changed);
            case ModelDeleted deleted -> AggregateLifecycle.markDeleted();
            case ModelVersionCreated created -> versions.take(created);
            case ModelVersionChanged changed -> versions.take(changed);
            case ModelVersionDeleted deleted -> versions.take(deleted);
        }
    }

    private void begin(ModelCreated event) {
        id = "model-" + event.modelId();
        number = event.modelId();
        projectId = event.projectId();
        name = event.name();
        description = Fingerprint.of(event.description());
    }

    private void take(ModelChanged event) {
        if (event.name() != null) name = event.name();
        if (event.description() != null) description = Fingerprint.of(event.description());
    }
}
