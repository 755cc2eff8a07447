package io.daybook.api.tag;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectId;

/** What bears a tag. */
public record Bearer(Kind kind, long id) {

    public enum Kind {
        PROJECT,
        EXPERIMENT,
        ITERATION
    }

    public static Bearer of(ProjectId id) {
        return new Bearer(Kind.PROJECT, id.value());
    }

    public static Bearer of(ExperimentId id) {
        return new Bearer(Kind.EXPERIMENT, id.value());
    }

    public static Bearer of(IterationId id) {
        return new Bearer(Kind.ITERATION, id.value());
    }

    /** The aggregate's id, such as {@code iteration-7}. */
    public String aggregate() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + id;
    }
}
