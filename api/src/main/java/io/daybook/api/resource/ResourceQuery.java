package io.daybook.api.resource;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.page.Slice;

public sealed interface ResourceQuery {

    /** A {@link ResourceView}; refused with UNKNOWN_RESOURCE. */
    record FindResource(ResourceId id) implements ResourceQuery {}

    /** A {@link io.daybook.api.page.Page} of {@link ResourceView} by id. */
    record FindResourcesOfExperiment(ExperimentId experiment, Slice slice) implements ResourceQuery {}
}
