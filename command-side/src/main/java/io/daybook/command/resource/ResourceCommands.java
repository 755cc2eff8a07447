package io.daybook.command.resource;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.ResourceCommand.CreateResource;
import io.daybook.api.resource.ResourceCommand.DeleteResource;
import io.daybook.command.access.Owner;
import io.daybook.command.access.Owners;
import io.daybook.command.bus.Refuse;
import io.daybook.command.experiment.Containers;
import io.daybook.command.experiment.Experiment;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Uploading and deleting a resource is decided by its experiment, which is locked before the resource is. */
public final class ResourceCommands {

    private final Repository<Experiment> experiments;
    private final Repository<Resource> resources;
    private final Owners owners;
    private final Containers containers;

    public ResourceCommands(
            Repository<Experiment> experiments, Repository<Resource> resources, Owners owners, Containers containers) {
        this.experiments = experiments;
        this.resources = resources;
        this.owners = owners;
        this.containers = containers;
    }

    @CommandHandler
    void handle(CreateResource command) throws Exception {
        Refuse.emptyName(command.name());
        long projectId = experiments.load(command.experimentId().toString()).invoke(it -> it.openForWork(containers));
        resources.newInstance(() -> new Resource(command, projectId));
    }

    @CommandHandler
    void handle(DeleteResource command) {
        long resource = command.id().value();
        Long experiment =
                owners.of(command.id().toString()).map(Owner::experiment).orElse(null);
        if (experiment == null) throw Refuse.command(Refusal.UNKNOWN_RESOURCE, "there is no " + command.id());
        experiments.load("experiment-" + experiment).execute(it -> it.requireResourceUnpinned(resource, containers));
        resources.load(command.id().toString()).execute(Resource::delete);
    }
}
