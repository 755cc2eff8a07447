package io.daybook.api.backup;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectId;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

public sealed interface BackupCommand {

    /**
     * Begins an unlisted experiment with one iteration, into which a backup's points are then logged in ordinary
     * commands, so that a big restoration blocks nobody.
     */
    record BeginRestore(
            CrayonName name,
            @RoutingKey ExperimentId experimentId,
            IterationId iterationId,
            ProjectId freshProject,
            String projectName,
            String createdDate)
            implements BackupCommand {}

    /** Lists the experiment under its name, in one step; what held the name until then is deleted by the same step. */
    record RestoreBackup(
            @RoutingKey CrayonName name,
            ExperimentId experimentId,
            String description,
            ExperimentStatus status,
            @Nullable String endDate)
            implements BackupCommand {}
}
