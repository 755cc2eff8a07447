package io.daybook.api.resource;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.page.Slice;

public sealed interface ResourceQuery {

    /** A {@link ResourceView}; refused with UNKNOWN_RESOURCE. */
    record FindResource(ResourceId id) implements ResourceQuery {}

    /** A {@link io.daybook.api.page.Page} of {@link ResourceView} by id. */
    record FindResourcesOfExperiment(ExperimentId experiment, Slice slice) implements ResourceQuery {}

    /**
     * Asked of the command side before an upload's bytes are kept, so that none are kept for nothing: true, or refused
     * with UNKNOWN_EXPERIMENT or EXPERIMENT_NOT_IN_PROGRESS. The command decides again.
     */
    record FindUploadWelcome(ExperimentId experiment) implements ResourceQuery {}

    /** As {@link FindUploadWelcome}, for new bytes of a resource: true, or refused with UNKNOWN_RESOURCE. */
    record FindResourceThere(ResourceId id) implements ResourceQuery {}
}
