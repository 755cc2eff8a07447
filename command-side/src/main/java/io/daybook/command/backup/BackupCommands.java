package io.daybook.command.backup;

import io.daybook.api.backup.BackupCommand.BeginRestore;
import io.daybook.api.backup.BackupCommand.RestoreBackup;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.project.ProjectId;
import io.daybook.command.claim.Claim;
import io.daybook.command.crayon.CrayonProject;
import io.daybook.command.experiment.Containers;
import io.daybook.command.experiment.CrayonClaims;
import io.daybook.command.experiment.Experiment;
import io.daybook.command.iteration.Iteration;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Restoring: points are logged into an unlisted experiment first; one last unit of work lists it. */
public final class BackupCommands {

    private final CrayonProject project;
    private final CrayonClaims claims;
    private final Containers containers;
    private final Repository<Experiment> experiments;
    private final Repository<Iteration> iterations;

    public BackupCommands(
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
    void handle(BeginRestore command) throws Exception {
        ProjectId owner = project.getOrCreate(command.freshProject(), command.projectName(), command.createdDate());
        experiments.newInstance(() -> Experiment.beginRestore(
                command.experimentId(), owner, command.iterationId(), command.name(), command.createdDate()));
        iterations.newInstance(() -> new Iteration(
                command.iterationId(), command.experimentId().value(), owner.value(), null, command.createdDate()));
    }

    /** The restored experiment is listed before the old one goes, so that views switch by a single event. */
    @CommandHandler
    void handle(RestoreBackup command) throws Exception {
        CrayonName name = command.name();
        Aggregate<Claim> claim = claims.load(name);
        Optional<String> replaced = claims.holderOf(claim);
        Aggregate<Experiment> restored = load(command.experimentId(), replaced);
        restored.execute(it -> it.completeRestore(command, containers));
        long owner = restored.invoke(Experiment::projectId);
        claim.execute(it -> it.give(owner, name.claim(), command.experimentId().toString()));
        replaced.ifPresent(old -> experiments.load(old).execute(it -> it.delete(containers)));
    }

    /** Of two experiments the one with the lower id is always held first. */
    private Aggregate<Experiment> load(ExperimentId id, Optional<String> replaced) {
        replaced.filter(old -> Experiment.numberOf(old) < id.value()).ifPresent(experiments::load);
        return experiments.load(id.toString());
    }
}
