package io.daybook.command.iteration;

import io.daybook.api.iteration.IterationCommand.CreateIteration;
import io.daybook.api.iteration.IterationCommand.DeleteIteration;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.access.Owner;
import io.daybook.command.access.Owners;
import io.daybook.command.bus.Refuse;
import io.daybook.command.experiment.Containers;
import io.daybook.command.experiment.Experiment;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Starting and deleting an iteration is decided by its experiment, which is locked before the iteration is. */
public final class IterationCommands {

    private final Repository<Experiment> experiments;
    private final Repository<Iteration> iterations;
    private final Owners owners;
    private final Containers containers;

    public IterationCommands(
            Repository<Experiment> experiments,
            Repository<Iteration> iterations,
            Owners owners,
            Containers containers) {
        this.experiments = experiments;
        this.iterations = iterations;
        this.owners = owners;
        this.containers = containers;
    }

    @CommandHandler
    void handle(CreateIteration command) throws Exception {
        long experimentId = command.experimentId().value();
        long projectId = experiments.load(command.experimentId().toString()).invoke(it -> it.openForWork(containers));
        Long parent = parentOf(command, experimentId);
        iterations.newInstance(
                () -> new Iteration(command.id(), experimentId, projectId, parent, command.createdDate()));
    }

    private @Nullable Long parentOf(CreateIteration command, long experimentId) {
        IterationId parent = command.parentId();
        if (parent == null) return null;
        if (iterations.load(parent.toString()).invoke(Iteration::experimentId) != experimentId) {
            throw Refuse.command(
                    Refusal.PARENT_OF_OTHER_EXPERIMENT, parent + " belongs to another experiment than " + command.id());
        }
        return parent.value();
    }

    @CommandHandler
    void handle(DeleteIteration command) {
        long iteration = command.id().value();
        Long experiment =
                owners.of(command.id().toString()).map(Owner::experiment).orElse(null);
        if (experiment == null) throw Refuse.command(Refusal.UNKNOWN_ITERATION, "there is no " + command.id());
        experiments.load("experiment-" + experiment).execute(it -> it.requireIterationUnpinned(iteration, containers));
        iterations.load(command.id().toString()).execute(Iteration::delete);
    }
}
