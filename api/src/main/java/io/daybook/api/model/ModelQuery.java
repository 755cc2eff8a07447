package io.daybook.api.model;

import io.daybook.api.page.Slice;
import io.daybook.api.project.ProjectId;

public sealed interface ModelQuery {

    /** A {@link ModelView}; refused with UNKNOWN_MODEL. */
    record FindModel(ModelId id) implements ModelQuery {}

    /** A {@link io.daybook.api.page.Page} of {@link ModelView} by id. */
    record FindModelsOfProject(ProjectId project, Slice slice) implements ModelQuery {}

    /** A {@link ModelVersionView}; refused with UNKNOWN_MODEL_VERSION. */
    record FindModelVersion(ModelVersionId id) implements ModelQuery {}

    /** A {@link io.daybook.api.page.Page} of {@link ModelVersionView} by version. */
    record FindVersionsOfModel(ModelId model, Slice slice) implements ModelQuery {}
}
