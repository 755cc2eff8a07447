package io.daybook.command.model;

import io.daybook.api.model.ModelCommand.ChangeModel;
import io.daybook.api.model.ModelCommand.CreateModel;
import io.daybook.api.model.ModelCommand.DeleteModel;
import io.daybook.api.model.ModelName;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Refuse;
import io.daybook.command.claim.Claim;
import io.daybook.command.experiment.Containers;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Models and the claims on their names. A model is locked before its claims, other than usual: which claim it holds is
 * known for certain only then. Nothing but these commands touches claims of this kind, so no circle can arise.
 */
public final class ModelCommands {

    private final Repository<Model> models;
    private final Repository<Claim> claims;
    private final Containers containers;

    public ModelCommands(Repository<Model> models, Repository<Claim> claims, Containers containers) {
        this.models = models;
        this.claims = claims;
        this.containers = containers;
    }

    @CommandHandler
    void handle(CreateModel command) throws Exception {
        if (!containers.projectIsThere(command.projectId().value())) {
            throw Refuse.command(Refusal.UNKNOWN_PROJECT, "there is no " + command.projectId());
        }
        models.newInstance(() -> new Model(command));
        take(command.name(), command.projectId(), command.id().toString());
    }

    @CommandHandler
    void handle(ChangeModel command) throws Exception {
        Aggregate<Model> model = load(command.id().toString());
        ModelName old = model.invoke(Model::name);
        ModelName wanted = command.name();
        if (wanted != null && !wanted.equals(old)) {
            move(old, wanted, model.invoke(Model::project), command.id().toString());
        }
        model.execute(it -> it.change(command));
    }

    @CommandHandler
    void handle(DeleteModel command) throws Exception {
        Aggregate<Model> model = load(command.id().toString());
        ProjectId project = model.invoke(Model::project);
        model.execute(Model::delete);
        release(model.invoke(Model::name), project);
    }

    private Aggregate<Model> load(String id) {
        Aggregate<Model> model = models.load(id);
        model.execute(it -> it.refuseWhenGone(containers));
        return model;
    }

    private void move(ModelName old, ModelName wanted, ProjectId project, String model) throws Exception {
        // Two renames that swap their names must not wait for each other.
        for (String claim :
                Stream.of(old, wanted).map(it -> it.claim(project)).sorted().toList()) lock(claim);
        take(wanted, project, model);
        release(old, project);
    }

    private Aggregate<Claim> lock(String claim) throws Exception {
        return claims.loadOrCreate(claim, Claim::new);
    }

    private void take(ModelName name, ProjectId project, String model) throws Exception {
        Aggregate<Claim> claim = lock(name.claim(project));
        Optional<String> holder = claim.invoke(Claim::holder);
        if (holder.isPresent()) {
            throw Refuse.command(Refusal.MODEL_NAME_TAKEN, "another model is called '" + name + "' already");
        }
        claim.execute(it -> it.give(project.value(), name.claim(project), model));
    }

    private void release(ModelName name, ProjectId project) throws Exception {
        lock(name.claim(project)).execute(it -> it.release(project.value(), name.claim(project)));
    }
}
