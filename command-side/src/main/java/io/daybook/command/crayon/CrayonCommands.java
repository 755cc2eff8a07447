package io.daybook.command.crayon;

import io.daybook.api.crayon.CrayonCommand.CreateCrayonExperiment;
import io.daybook.api.crayon.CrayonCommand.DeleteCrayonExperiment;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Refuse;
import io.daybook.command.claim.Claim;
import io.daybook.command.experiment.Containers;
import io.daybook.command.experiment.CrayonClaims;
import io.daybook.command.experiment.Experiment;
import io.daybook.command.iteration.Iteration;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** The claim on the name is always loaded first, so that commands about one name take their locks in one order. */
public final class CrayonCommands {

    private final CrayonProject project;
    private final CrayonClaims claims;
    private final Containers containers;
    private final Repository<Experiment> experiments;
    private final Repository<Iteration> iterations;

    public CrayonCommands(
            CrayonProject project,
            CrayonClaims claims,
            Containers containers,
            Repository<Experiment> experiments,
            Repository<Iteration> iterations) {
        this.project = project;
        this.claims = claims;
        this.containers = containers;
        this.experiments = experiments;
        this.iterations = iterations;
    }

    @CommandHandler
    void handle(CreateCrayonExperiment command) throws Exception {
        CrayonName name = command.name();
        Aggregate<Claim> claim = claims.load(name);
        if (claims.holderOf(claim).isPresent()) {
            throw Refuse.command(Refusal.EXPERIMENT_NAME_TAKEN, "an experiment called '" + name + "' exists already");
        }
        ProjectId owner = project.getOrCreate(command.freshProject(), command.projectName(), command.createdDate());
        claim.execute(it ->
                it.give(owner.value(), name.claim(), command.experimentId().toString()));
        create(command, owner);
    }

    private void create(CreateCrayonExperiment command, ProjectId owner) throws Exception {
        Aggregate<Experiment> experiment = experiments.newInstance(() ->
                Experiment.create(command.experimentId(), owner, command.name().value(), command.createdDate()));
        iterations.newInstance(() -> new Iteration(
                command.iterationId(), command.experimentId().value(), owner.value(), null, command.createdDate()));
        experiment.execute(it -> it.nameForCrayon(command.name(), command.iterationId()));
    }

    @CommandHandler
    void handle(DeleteCrayonExperiment command) throws Exception {
        CrayonName name = command.name();
        Aggregate<Claim> claim = claims.load(name);
        String holder = claims.holderOf(claim)
                .orElseThrow(
                        () -> Refuse.command(Refusal.UNKNOWN_EXPERIMENT, "no experiment is called '" + name + "'"));
        Aggregate<Experiment> experiment = experiments.load(holder);
        experiment.execute(it -> it.delete(containers));
        claim.execute(it -> it.release(experiment.invoke(Experiment::projectId), name.claim()));
    }
}
