package io.daybook.command.experiment;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentCommand.CreateExperiment;
import io.daybook.api.experiment.ExperimentCommand.DeleteExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Refuse;
import io.daybook.command.claim.Claim;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** An experiment that Crayon clients know changes together with the claims on its names, which are taken first. */
public final class ExperimentCommands {

    private final Repository<Experiment> experiments;
    private final CrayonClaims claims;
    private final CrayonNames names;
    private final Containers containers;

    public ExperimentCommands(
            Repository<Experiment> experiments, CrayonClaims claims, CrayonNames names, Containers containers) {
        this.experiments = experiments;
        this.claims = claims;
        this.names = names;
        this.containers = containers;
    }

    @CommandHandler
    void handle(CreateExperiment command) throws Exception {
        if (!containers.projectIsThere(command.projectId().value())) {
            throw Refuse.command(Refusal.UNKNOWN_PROJECT, "there is no " + command.projectId());
        }
        Refuse.emptyName(command.name());
        experiments.newInstance(
                () -> Experiment.create(command.id(), command.projectId(), command.name(), command.createdDate()));
    }

    @CommandHandler
    void handle(ChangeExperiment command) throws Exception {
        Refuse.emptyName(command.name());
        Optional<CrayonName> known = names.nameOf(command.id());
        String wanted = command.name();
        if (known.isPresent() && wanted != null && !wanted.equals(known.get().value())) {
            rename(command, known.get(), usable(wanted));
            return;
        }
        Aggregate<Experiment> experiment = load(command.id());
        if (wanted != null) requireName(experiment, known);
        experiment.execute(it -> it.change(command));
    }

    private void rename(ChangeExperiment command, CrayonName from, CrayonName to) throws Exception {
        CrayonClaims.Move move = claims.load(from, to);
        if (claims.holderOf(move.to()).isPresent()) {
            throw Refuse.command(Refusal.EXPERIMENT_NAME_TAKEN, "an experiment called '" + to + "' exists already");
        }
        Aggregate<Experiment> experiment = load(command.id());
        requireName(experiment, Optional.of(from));
        experiment.execute(it -> it.change(command));
        long project = experiment.invoke(Experiment::projectId);
        move.from().execute(it -> it.release(project, from.claim()));
        move.to().execute(it -> it.give(project, to.claim(), command.id().toString()));
    }

    @CommandHandler
    void handle(DeleteExperiment command) throws Exception {
        Optional<CrayonName> known = names.nameOf(command.id());
        Aggregate<Claim> claim = known.isPresent() ? claims.load(known.get()) : null;
        Aggregate<Experiment> experiment = load(command.id());
        requireName(experiment, known);
        experiment.execute(it -> it.delete(containers));
        if (claim == null) return;
        long project = experiment.invoke(Experiment::projectId);
        claim.execute(it -> it.release(project, known.orElseThrow().claim()));
    }

    private Aggregate<Experiment> load(ExperimentId id) {
        Aggregate<Experiment> experiment = experiments.load(id.toString());
        experiment.execute(it -> it.requireThere(containers));
        return experiment;
    }

    /** The name was looked up without a lock: whoever changed it meanwhile holds other claims than this command. */
    private static void requireName(Aggregate<Experiment> experiment, Optional<CrayonName> known) {
        if (!experiment.invoke(Experiment::crayonName).equals(known.map(CrayonName::value))) {
            throw Refuse.command(Refusal.OVERLOADED, "the experiment was renamed at the same moment; try again");
        }
    }

    private static CrayonName usable(String name) {
        try {
            return new CrayonName(name);
        } catch (IllegalArgumentException unusable) {
            throw Refuse.command(Refusal.NAME_NOT_USABLE, String.valueOf(unusable.getMessage()));
        }
    }
}
