package io.daybook.command.model;

import io.daybook.api.model.ModelEvent.ModelVersionChanged;
import io.daybook.api.model.Stage;
import io.daybook.api.resource.ResourceId;
import io.daybook.command.bus.Fingerprint;
import org.jspecify.annotations.Nullable;

/** One version of a model; the description is kept as a fingerprint. */
record Version(long iterationId, @Nullable Long resourceId, Stage stage, String description) {

    /** The resource that is wanted, when it is not the one that is there; else null. */
    @Nullable Long otherResource(@Nullable ResourceId wanted) {
        if (wanted == null || (resourceId != null && resourceId == wanted.value())) return null;
        return wanted.value();
    }

    Version at(Stage next) {
        return new Version(iterationId, resourceId, next, description);
    }

    Version after(ModelVersionChanged event) {
        return new Version(
                iterationId,
                event.resourceId() == null ? resourceId : event.resourceId(),
                event.stage() == null ? stage : event.stage(),
                event.description() == null ? description : Fingerprint.of(event.description()));
    }
}
