package io.daybook.api.model;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectId;
import io.daybook.api.resource.ResourceId;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/** Handled beside the aggregate, since names are claimed and what versions point at is pinned in the same step. */
public sealed interface ModelCommand {

    /** Refused with UNKNOWN_PROJECT or MODEL_NAME_TAKEN. */
    record CreateModel(
            @RoutingKey ModelId id, ProjectId projectId, ModelName name, String description, String createdDate)
            implements ModelCommand {}

    /** Changes what is not null. {@code updatedDate} is written only when something changes. */
    record ChangeModel(
            @RoutingKey ModelId id,
            @Nullable ModelName name,
            @Nullable String description,
            String updatedDate) implements ModelCommand {}

    /** Its versions go with it; what they point at stays. */
    record DeleteModel(@RoutingKey ModelId id) implements ModelCommand {}

    /**
     * The next version of the model; answers with its id, a number. Refused with UNKNOWN_MODEL, UNKNOWN_ITERATION,
     * UNKNOWN_RESOURCE, or IN_OTHER_PROJECT.
     */
    record CreateModelVersion(
            @RoutingKey ModelId model,
            IterationId iteration,
            @Nullable ResourceId resource,
            String description,
            String createdDate)
            implements ModelCommand {}

    /** Changes what is not null. Promoting one to PRODUCTION archives the one that is there. */
    record ChangeModelVersion(
            ModelVersionId version,
            @Nullable Stage stage,
            @Nullable String description,
            @Nullable ResourceId resource,
            String updatedDate)
            implements ModelCommand {

        @RoutingKey
        public ModelId model() {
            return version.model();
        }
    }

    record DeleteModelVersion(ModelVersionId version) implements ModelCommand {

        @RoutingKey
        public ModelId model() {
            return version.model();
        }
    }
}
