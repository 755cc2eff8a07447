package io.daybook.api.model;

import io.daybook.api.claim.ClaimedName;
import io.daybook.api.project.ProjectId;

/** A model's name: unique in its project, case-sensitive. */
public record ModelName(String value) {

    public ModelName {
        ClaimedName.require("name", value);
    }

    /** Id of the claim that keeps it unique. */
    public String claim(ProjectId project) {
        return "model:" + project.value() + "/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
