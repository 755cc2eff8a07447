package io.daybook.query.past;

import io.daybook.api.crayon.CrayonQuery;
import io.daybook.api.crayon.CrayonQuery.FindMoreHistograms;
import io.daybook.api.crayon.CrayonQuery.FindMoreScalars;
import io.daybook.api.experiment.ExperimentQuery;
import io.daybook.api.experiment.ExperimentQuery.FindExperiment;
import io.daybook.api.experiment.ExperimentQuery.FindExperimentsOfProject;
import io.daybook.api.iteration.IterationQuery;
import io.daybook.api.iteration.IterationQuery.FindChildren;
import io.daybook.api.iteration.IterationQuery.FindIteration;
import io.daybook.api.iteration.IterationQuery.FindIterationsOfExperiment;
import io.daybook.api.iteration.IterationQuery.FindMetric;
import io.daybook.api.iteration.IterationQuery.FindMetricsOfIteration;
import io.daybook.api.iteration.IterationQuery.FindParameter;
import io.daybook.api.iteration.IterationQuery.FindParametersOfIteration;
import io.daybook.api.log.EventFilter;
import io.daybook.api.model.ModelQuery;
import io.daybook.api.model.ModelQuery.FindModel;
import io.daybook.api.model.ModelQuery.FindModelVersion;
import io.daybook.api.model.ModelQuery.FindModelsOfProject;
import io.daybook.api.model.ModelQuery.FindVersionsOfModel;
import io.daybook.api.project.ProjectQuery;
import io.daybook.api.project.ProjectQuery.FindProject;
import io.daybook.api.resource.ResourceQuery;
import io.daybook.api.resource.ResourceQuery.FindResource;
import io.daybook.api.resource.ResourceQuery.FindResourcesOfExperiment;
import io.daybook.api.series.SeriesQuery;
import io.daybook.api.series.SeriesQuery.FindScalars;
import io.daybook.api.series.SeriesQuery.FindSeries;
import io.daybook.api.series.SeriesQuery.FindThinnedScalars;
import io.daybook.api.tag.TagQuery;
import io.daybook.api.tag.TagQuery.FindTags;
import io.daybook.api.user.UserQuery;
import java.util.List;
import java.util.stream.Stream;

/** What has to be read of the log for each query. */
final class Questions {

    private Questions() {}

    static List<EventFilter> scopeOf(Object query, Scope scope) {
        return switch (query) {
            case UserQuery users -> scope.people();
            case ProjectQuery projects ->
                projects instanceof FindProject one ? scope.thing(one.id().toString()) : scope.people();
            case ExperimentQuery experiments -> experiments(experiments, scope);
            case IterationQuery iterations -> iterations(iterations, scope);
            case SeriesQuery series -> scope.withPoints(iteration(series));
            case ResourceQuery resources -> resources(resources, scope);
            case TagQuery tags -> tags(tags, scope);
            case ModelQuery models -> models(models, scope);
            case CrayonQuery crayon -> crayon(crayon, scope);
            default -> throw new IllegalArgumentException("no question about the past: " + query.getClass());
        };
    }

    private static List<EventFilter> experiments(ExperimentQuery query, Scope scope) {
        return switch (query) {
            case FindExperiment one -> scope.thing(one.id().toString());
            case FindExperimentsOfProject all ->
                scope.experimentsOf(Long.toString(all.project().value()));
        };
    }

    private static List<EventFilter> iterations(IterationQuery query, Scope scope) {
        return switch (query) {
            case FindIteration one -> scope.iteration(one.id().toString());
            case FindIterationsOfExperiment all ->
                scope.runsOf(scope.projectOf(all.experiment().toString()));
            case FindChildren all -> scope.runsOf(scope.projectOf(all.parent().toString()));
            case FindParameter one -> scope.thing(one.id().iteration().toString());
            case FindParametersOfIteration all -> scope.thing(all.iteration().toString());
            case FindMetric one -> scope.withPoints(one.id().iteration().toString());
            case FindMetricsOfIteration all -> scope.withPoints(all.iteration().toString());
        };
    }

    private static String iteration(SeriesQuery query) {
        return switch (query) {
            case FindSeries series -> series.iteration().toString();
            case FindScalars scalars -> scalars.iteration().toString();
            case FindThinnedScalars thinned -> thinned.iteration().toString();
        };
    }

    private static List<EventFilter> resources(ResourceQuery query, Scope scope) {
        return switch (query) {
            case FindResource one -> scope.thing(one.id().toString());
            case FindResourcesOfExperiment all ->
                scope.resourcesOf(scope.projectOf(all.experiment().toString()));
            default -> throw new IllegalArgumentException("a question about the present: " + query.getClass());
        };
    }

    private static List<EventFilter> tags(TagQuery query, Scope scope) {
        if (!(query instanceof FindTags ofBearer)) return scope.tags();
        return Stream.concat(
                        scope.tags().stream(), scope.thing(ofBearer.bearer().aggregate()).stream())
                .toList();
    }

    private static List<EventFilter> models(ModelQuery query, Scope scope) {
        return switch (query) {
            case FindModel one -> scope.thing(one.id().toString());
            case FindModelsOfProject all ->
                scope.modelsOf(Long.toString(all.project().value()));
            case FindModelVersion one -> scope.thing(one.id().model().toString());
            case FindVersionsOfModel all -> scope.thing(all.model().toString());
        };
    }

    /** Names lead to iterations: of whose points there is to be read as well, they tell only then. */
    private static List<EventFilter> crayon(CrayonQuery query, Scope scope) {
        return switch (query) {
            case FindMoreScalars more -> scope.withPoints(more.iterationId().toString());
            case FindMoreHistograms more -> scope.withPoints(more.iterationId().toString());
            default -> scope.crayon();
        };
    }
}
