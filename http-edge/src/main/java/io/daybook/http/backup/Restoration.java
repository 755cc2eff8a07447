package io.daybook.http.backup;

import io.daybook.api.backup.Archive;
import io.daybook.api.backup.Archives;
import io.daybook.api.backup.BackupCommand.BeginRestore;
import io.daybook.api.backup.BackupCommand.RestoreBackup;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.iteration.IterationCommand.LogHistogram;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationId;
import io.daybook.http.message.Call;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Done;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.sequence.NewExperiments;
import io.daybook.http.sequence.NewExperiments.NewExperiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes an archive into an unlisted experiment, and lists it when all of it is there. */
final class Restoration {

    private final Commands commands;
    private final NewExperiments experiments;
    private final Archives archives;

    Restoration(Commands commands, NewExperiments experiments, Archives archives) {
        this.commands = commands;
        this.experiments = experiments;
        this.archives = archives;
    }

    Done restore(Call call, CrayonName name, Path zip) {
        Archive.Sound archive = sound(zip);
        NewExperiment experiment = experiments.next(call);
        commands.send(call.unfinished(), begin(name, experiment));
        replay(call.unfinished(), experiment.iterationId(), archive);
        return commands.send(
                call,
                new RestoreBackup(
                        name, experiment.experimentId(), archive.description(), archive.status(), archive.endDate()));
    }

    private Archive.Sound sound(Path zip) {
        try {
            return switch (archives.open(zip)) {
                case Archive.Sound sound -> sound;
                case Archive.Broken broken -> throw new BadRequest(broken.reason());
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an upload cannot be read", unreadable);
        }
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
