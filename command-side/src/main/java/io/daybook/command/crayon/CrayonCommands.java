package io.daybook.command.crayon;

import io.daybook.api.crayon.CrayonCommand.CreateCrayonExperiment;
import io.daybook.api.crayon.CrayonCommand.DeleteCrayonExperiment;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Refuse;
import io.daybook.command.claim.Claim;
import io.daybook.command.experiment.Experiment;
import io.daybook.command.iteration.Iteration;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** The claim on the name is always loaded first, so that commands about one name take their locks in one order. */
public final class CrayonCommands {

    private final CrayonProject project;
    private final Repository<Claim> claims;
    private final Repository<Experiment> experiments;
    private final Repository<Iteration> iterations;

    public CrayonCommands(
            CrayonProject project,
            Repository<Claim> claims,
            Repository<Experiment> experiments,
            Repository<Iteration> iterations) {
        this.project = project;
        this.claims = claims;
        this.experiments = experiments;
        this.iterations = iterations;
    }

    @CommandHandler
    void handle(CreateCrayonExperiment command) throws Exception {
        CrayonName name = command.name();
        Aggregate<Claim> claim = claims.loadOrCreate(name.claim(), Claim::new);
        if (claim.invoke(Claim::holder).isPresent()) {
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
        Aggregate<Claim> claim = claims.loadOrCreate(name.claim(), Claim::new);
        String holder = claim.invoke(Claim::holder)
                .orElseThrow(
                        () -> Refuse.command(Refusal.UNKNOWN_EXPERIMENT, "no experiment is called '" + name + "'"));
        Aggregate<Experiment> experiment = experiments.load(holder);
        experiment.execute(Experiment::delete);
        claim.execute(it -> it.release(experiment.invoke(Experiment::projectId), name.claim()));
    }
}
