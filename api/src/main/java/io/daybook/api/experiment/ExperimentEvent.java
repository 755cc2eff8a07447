package io.daybook.api.experiment;

import org.jspecify.annotations.Nullable;

public sealed interface ExperimentEvent {

    long experimentId();

    record ExperimentCreated(long experimentId, long projectId, String name, String createdDate)
            implements ExperimentEvent {}

    /** The experiment is known to Crayon clients as {@code name}; {@code iterationId} holds its series. */
    record CrayonNameGiven(long experimentId, long projectId, long iterationId, String name)
            implements ExperimentEvent {}

    /** What is null was left alone; {@code reopened} says that the end date was cleared. */
    record ExperimentChanged(
            long experimentId,
            @Nullable ExperimentStatus status,
            @Nullable String name,
            @Nullable String description,
            @Nullable String endDate,
            boolean reopened)
            implements ExperimentEvent {}

    /** An unlisted experiment was begun that a backup is being written into; only audit shows it. */
    record RestoreBegun(long experimentId, long projectId, long iterationId, String name, String createdDate)
            implements ExperimentEvent {}

    /** The restoration is whole: the experiment is listed from now on, in one step, under {@code name}. */
    record BackupRestored(
            long experimentId,
            long projectId,
            long iterationId,
            String name,
            String description,
            ExperimentStatus status,
            @Nullable String endDate)
            implements ExperimentEvent {}

    record ExperimentDeleted(long experimentId, long projectId) implements ExperimentEvent {}

    record ExperimentTagged(long experimentId, long tagId, long associationId) implements ExperimentEvent {}

    record ExperimentUntagged(long experimentId, long tagId, long associationId) implements ExperimentEvent {}

    /** A model version points at the iteration: it and its experiment stay. A model that is deleted lets go by itself. */
    record IterationPinned(long experimentId, long iterationId, long modelVersionId) implements ExperimentEvent {}

    record IterationUnpinned(long experimentId, long iterationId, long modelVersionId) implements ExperimentEvent {}

    /** A model version points at the resource: it and its experiment stay. A model that is deleted lets go by itself. */
    record ResourcePinned(long experimentId, long resourceId, long modelVersionId) implements ExperimentEvent {}

    record ResourceUnpinned(long experimentId, long resourceId, long modelVersionId) implements ExperimentEvent {}
}
