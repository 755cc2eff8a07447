package io.daybook.api.access;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.model.ModelId;
import io.daybook.api.project.ProjectId;
import io.daybook.api.resource.ResourceId;

/**
 * Something that belongs to a project, whose rights count. Parameters and metrics lie where their iteration does,
 * versions where their model does.
 *
 * @param id of the thing; 0 for {@link Kind#CRAYON}
 */
public record Place(Kind kind, long id) {

    public enum Kind {
        PROJECT,
        EXPERIMENT,
        ITERATION,
        RESOURCE,
        MODEL,
        /** The reserved project of the Crayon protocol, whether or not it was created yet. */
        CRAYON
    }

    public static final Place CRAYON = new Place(Kind.CRAYON, 0);

    public static Place of(ProjectId id) {
        return new Place(Kind.PROJECT, id.value());
    }

    public static Place of(ExperimentId id) {
        return new Place(Kind.EXPERIMENT, id.value());
    }

    public static Place of(IterationId id) {
        return new Place(Kind.ITERATION, id.value());
    }

    public static Place of(ResourceId id) {
        return new Place(Kind.RESOURCE, id.value());
    }

    public static Place of(ModelId id) {
        return new Place(Kind.MODEL, id.value());
    }
}
