package io.daybook.command.model;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.model.ModelCommand.ChangeModelVersion;
import io.daybook.api.model.ModelCommand.CreateModelVersion;
import io.daybook.api.model.ModelCommand.DeleteModelVersion;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelVersionId;
import io.daybook.api.resource.ResourceId;
import io.daybook.command.experiment.Containers;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Versions of models. The model is locked first, then the experiments in which something is pinned or let go. */
public final class ModelVersionCommands {

    private final Repository<Model> models;
    private final Pinboard pins;
    private final Containers containers;

    public ModelVersionCommands(Repository<Model> models, Pinboard pins, Containers containers) {
        this.models = models;
        this.pins = pins;
        this.containers = containers;
    }

    @CommandHandler
    long handle(CreateModelVersion command) {
        Aggregate<Model> model = load(command.model());
        ModelVersionId version = model.invoke(Model::nextVersion);
        pins.pin(version.value(), command.iteration(), command.resource(), projectOf(model));
        model.execute(it -> it.register(version, command));
        return version.value();
    }

    @CommandHandler
    void handle(ChangeModelVersion command) {
        Aggregate<Model> model = load(command.version().model());
        Version now = model.invoke(it -> it.version(command.version()));
        ResourceId next = command.resource();
        if (next != null && now.otherResource(next) != null) {
            pins.repin(command.version().value(), resourceOf(now), next, projectOf(model));
        }
        model.execute(it -> it.changeVersion(command));
    }

    @CommandHandler
    void handle(DeleteModelVersion command) {
        Aggregate<Model> model = load(command.version().model());
        Version now = model.invoke(it -> it.version(command.version()));
        model.execute(it -> it.deleteVersion(command.version()));
        pins.unpin(command.version().value(), new IterationId(now.iterationId()), resourceOf(now));
    }

    private Aggregate<Model> load(ModelId id) {
        Aggregate<Model> model = models.load(id.toString());
        model.execute(it -> it.refuseWhenGone(containers));
        return model;
    }

    private static long projectOf(Aggregate<Model> model) {
        return model.invoke(Model::project).value();
    }

    private static @Nullable ResourceId resourceOf(Version version) {
        Long resource = version.resourceId();
        return resource == null ? null : new ResourceId(resource);
    }
}
