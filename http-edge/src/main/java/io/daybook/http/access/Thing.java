package io.daybook.http.access;

import io.daybook.api.access.Place;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.ParameterId;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelVersionId;
import io.daybook.api.project.ProjectId;
import io.daybook.api.resource.ResourceId;
import java.util.function.LongFunction;

/** What a number in a path is the id of, and so which project's rights count. */
public enum Thing {
    PROJECT(Place.Kind.PROJECT, id -> Place.of(new ProjectId(id))),
    EXPERIMENT(Place.Kind.EXPERIMENT, id -> Place.of(new ExperimentId(id))),
    ITERATION(Place.Kind.ITERATION, id -> Place.of(new IterationId(id))),
    PARAMETER(Place.Kind.ITERATION, id -> Place.of(new ParameterId(id).iteration())),
    METRIC(Place.Kind.ITERATION, id -> Place.of(new MetricId(id).iteration())),
    RESOURCE(Place.Kind.RESOURCE, id -> Place.of(new ResourceId(id))),
    MODEL(Place.Kind.MODEL, id -> Place.of(new ModelId(id))),
    MODEL_VERSION(Place.Kind.MODEL, id -> Place.of(new ModelVersionId(id).model())),
    /** Everything of the Crayon protocol lies in its reserved project, whatever the path says. */
    CRAYON(Place.Kind.CRAYON, id -> Place.CRAYON);

    private static final long NOTHING = 0;

    private final Place.Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor's reference holds nothing
    private final LongFunction<Place> place;

    Thing(Place.Kind kind, LongFunction<Place> place) {
        this.kind = kind;
        this.place = place;
    }

    /** Where that is. What no thing of the kind can be called lies where nothing does. */
    Place place(long id) {
        try {
            return place.apply(id);
        } catch (IllegalArgumentException impossible) {
            return new Place(kind, NOTHING);
        }
    }
}
