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
    PROJECT(id -> Place.of(new ProjectId(id))),
    EXPERIMENT(id -> Place.of(new ExperimentId(id))),
    ITERATION(id -> Place.of(new IterationId(id))),
    PARAMETER(id -> Place.of(new ParameterId(id).iteration())),
    METRIC(id -> Place.of(new MetricId(id).iteration())),
    RESOURCE(id -> Place.of(new ResourceId(id))),
    MODEL(id -> Place.of(new ModelId(id))),
    MODEL_VERSION(id -> Place.of(new ModelVersionId(id).model())),
    /** Everything of the Crayon protocol lies in its reserved project, whatever the path says. */
    CRAYON(id -> Place.CRAYON);

    @SuppressWarnings("ImmutableEnumChecker") // a constructor's reference holds nothing
    private final LongFunction<Place> place;

    Thing(LongFunction<Place> place) {
        this.place = place;
    }

    /** @throws IllegalArgumentException when nothing of the kind can have that id */
    Place place(long id) {
        return place.apply(id);
    }
}
