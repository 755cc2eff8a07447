package io.daybook.query.access;

import static java.util.Map.entry;

import io.daybook.api.access.Place;
import io.daybook.api.access.Required;
import io.daybook.api.access.Required.Admin;
import io.daybook.api.access.Required.InProject;
import io.daybook.api.access.Required.Self;
import io.daybook.api.access.Right;
import io.daybook.api.crayon.CrayonQuery.FindCrayonExperiment;
import io.daybook.api.crayon.CrayonQuery.FindCrayonHistograms;
import io.daybook.api.crayon.CrayonQuery.FindCrayonNames;
import io.daybook.api.crayon.CrayonQuery.FindCrayonScalars;
import io.daybook.api.crayon.CrayonQuery.FindCrayonSeries;
import io.daybook.api.crayon.CrayonQuery.FindMoreHistograms;
import io.daybook.api.crayon.CrayonQuery.FindMoreScalars;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentQuery.FindExperiment;
import io.daybook.api.experiment.ExperimentQuery.FindExperimentsOfProject;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindChildren;
import io.daybook.api.iteration.IterationQuery.FindIteration;
import io.daybook.api.iteration.IterationQuery.FindIterationsOfExperiment;
import io.daybook.api.iteration.IterationQuery.FindMetric;
import io.daybook.api.iteration.IterationQuery.FindMetricsOfIteration;
import io.daybook.api.iteration.IterationQuery.FindParameter;
import io.daybook.api.iteration.IterationQuery.FindParametersOfIteration;
import io.daybook.api.model.ModelQuery.FindModel;
import io.daybook.api.model.ModelQuery.FindModelVersion;
import io.daybook.api.model.ModelQuery.FindModelsOfProject;
import io.daybook.api.model.ModelQuery.FindVersionsOfModel;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.ProjectQuery.FindMembers;
import io.daybook.api.project.ProjectQuery.FindPermission;
import io.daybook.api.project.ProjectQuery.FindProject;
import io.daybook.api.project.ProjectQuery.FindProjects;
import io.daybook.api.resource.ResourceQuery.FindResource;
import io.daybook.api.resource.ResourceQuery.FindResourcesOfExperiment;
import io.daybook.api.series.SeriesQuery.FindScalars;
import io.daybook.api.series.SeriesQuery.FindSeries;
import io.daybook.api.series.SeriesQuery.FindThinnedScalars;
import io.daybook.api.tag.Bearer;
import io.daybook.api.tag.TagQuery.FindTag;
import io.daybook.api.tag.TagQuery.FindTags;
import io.daybook.api.user.UserQuery.FindPermissionsOfUser;
import io.daybook.api.user.UserQuery.FindUser;
import io.daybook.api.user.UserQuery.FindUsers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What somebody must be, or must have been granted, to ask a query. Queries that the command side answers are its own. */
public final class QueryRights {

    private static final Map<Class<?>, Function<Object, Required>> TABLE = Map.ofEntries(
            row(FindUser.class, query -> new Self(query.id())),
            row(FindUsers.class, query -> new Admin()),
            row(FindPermissionsOfUser.class, query -> new Self(query.id())),
            row(FindPermission.class, query -> new Admin()),
            row(FindProject.class, query -> read(Place.of(query.id()))),
            row(FindProjects.class, query -> new Self(query.reader())),
            row(FindMembers.class, query -> read(Place.of(query.id()))),
            row(FindExperiment.class, query -> read(Place.of(query.id()))),
            row(FindExperimentsOfProject.class, query -> read(Place.of(query.project()))),
            row(FindIteration.class, query -> read(Place.of(query.id()))),
            row(FindIterationsOfExperiment.class, query -> read(Place.of(query.experiment()))),
            row(FindChildren.class, query -> read(Place.of(query.parent()))),
            row(FindParameter.class, query -> read(Place.of(query.id().iteration()))),
            row(FindParametersOfIteration.class, query -> read(Place.of(query.iteration()))),
            row(FindMetric.class, query -> read(Place.of(query.id().iteration()))),
            row(FindMetricsOfIteration.class, query -> read(Place.of(query.iteration()))),
            row(FindSeries.class, query -> read(Place.of(query.iteration()))),
            row(FindScalars.class, query -> read(Place.of(query.iteration()))),
            row(FindThinnedScalars.class, query -> read(Place.of(query.iteration()))),
            row(FindResource.class, query -> read(Place.of(query.id()))),
            row(FindResourcesOfExperiment.class, query -> read(Place.of(query.experiment()))),
            row(FindTag.class, query -> new Admin()),
            row(FindTags.class, query -> read(place(query.bearer()))),
            row(FindModel.class, query -> read(Place.of(query.id()))),
            row(FindModelsOfProject.class, query -> read(Place.of(query.project()))),
            row(FindModelVersion.class, query -> read(Place.of(query.id().model()))),
            row(FindVersionsOfModel.class, query -> read(Place.of(query.model()))),
            row(FindCrayonNames.class, query -> read(Place.CRAYON)),
            row(FindCrayonExperiment.class, query -> read(Place.CRAYON)),
            row(FindCrayonSeries.class, query -> read(Place.CRAYON)),
            row(FindCrayonScalars.class, query -> read(Place.CRAYON)),
            row(FindMoreScalars.class, query -> read(Place.CRAYON)),
            row(FindCrayonHistograms.class, query -> read(Place.CRAYON)),
            row(FindMoreHistograms.class, query -> read(Place.CRAYON)));

    private QueryRights() {}

    /** The queries that the table knows. */
    public static Set<Class<?>> queries() {
        return TABLE.keySet();
    }

    static Optional<Required> of(Object query) {
        return Optional.ofNullable(TABLE.get(query.getClass())).map(required -> required.apply(query));
    }

    private static <Q> Map.Entry<Class<?>, Function<Object, Required>> row(
            Class<Q> query, Function<Q, Required> required) {
        return entry(query, asked -> required.apply(query.cast(asked)));
    }

    private static Required read(Place place) {
        return new InProject(Right.READ, place);
    }

    private static Place place(Bearer bearer) {
        return switch (bearer.kind()) {
            case PROJECT -> Place.of(new ProjectId(bearer.id()));
            case EXPERIMENT -> Place.of(new ExperimentId(bearer.id()));
            case ITERATION -> Place.of(new IterationId(bearer.id()));
        };
    }
}
