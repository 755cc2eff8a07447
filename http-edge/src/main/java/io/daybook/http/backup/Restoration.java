package io.daybook.http.backup;

import io.daybook.api.backup.Archive;
import io.daybook.api.backup.BackupCommand.BeginRestore;
import io.daybook.api.backup.BackupCommand.RestoreBackup;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.iteration.IterationCommand.LogHistogram;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationId;
import io.daybook.http.message.Call;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Done;
import io.daybook.http.sequence.NewExperiments;
import io.daybook.http.sequence.NewExperiments.NewExperiment;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes an archive into an unlisted experiment, and lists it when all of it is there. */
final class Restoration {

    private final Commands commands;
    private final NewExperiments experiments;

    Restoration(Commands commands, NewExperiments experiments) {
        this.commands = commands;
        this.experiments = experiments;
    }

    Done restore(Call call, CrayonName name, Archive.Sound archive) {
        NewExperiment experiment = experiments.next(call);
        commands.send(call.unfinished(), begin(name, experiment));
        replay(call.unfinished(), experiment.iterationId(), archive);
        return commands.send(
                call,
                new RestoreBackup(
                        name, experiment.experimentId(), archive.description(), archive.status(), archive.endDate()));
    }

    private static BeginRestore begin(CrayonName name, NewExperiment experiment) {
        return new BeginRestore(
                name,
                experiment.experimentId(),
                experiment.iterationId(),
                experiment.freshProject(),
                experiment.projectName(),
                experiment.createdDate());
    }

    private void replay(Call call, IterationId iteration, Archive.Sound archive) {
        try {
            archive.replay(
                    scalars -> commands.send(call, new LogScalar(iteration, scalars)),
                    histograms -> commands.send(call, new LogHistogram(iteration, histograms)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an archive that was sound cannot be read again", unreadable);
        }
    }
}
