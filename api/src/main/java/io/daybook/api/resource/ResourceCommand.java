package io.daybook.api.resource;

import io.daybook.api.experiment.ExperimentId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

public sealed interface ResourceCommand {

    /** The bytes are stored already. Refused with UNKNOWN_EXPERIMENT or EXPERIMENT_NOT_IN_PROGRESS. */
    record CreateResource(
            ResourceId id, @RoutingKey ExperimentId experimentId, String name, Content content, String createdDate)
            implements ResourceCommand {}

    /** Changes what is not null. {@code updatedDate} is written only when something changes. */
    record ChangeResource(
            @TargetAggregateIdentifier ResourceId id,
            @Nullable String name,
            @Nullable String description,
            @Nullable Content content,
            String updatedDate)
            implements ResourceCommand {}

    /** Refused with REFERENCED_BY_MODEL_VERSION. */
    record DeleteResource(@RoutingKey ResourceId id) implements ResourceCommand {}
}
