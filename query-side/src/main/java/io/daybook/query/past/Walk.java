package io.daybook.query.past;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentQuery.FindExperimentsOfProject;
import io.daybook.api.experiment.ExperimentView;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindIterationsOfExperiment;
import io.daybook.api.iteration.IterationQuery.FindMetric;
import io.daybook.api.iteration.IterationQuery.FindParametersOfIteration;
import io.daybook.api.iteration.IterationView;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.MetricView;
import io.daybook.api.iteration.ParameterView;
import io.daybook.api.log.Difference;
import io.daybook.api.log.Difference.Shown;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelQuery.FindModelsOfProject;
import io.daybook.api.model.ModelQuery.FindVersionsOfModel;
import io.daybook.api.model.ModelVersionView;
import io.daybook.api.model.ModelView;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.ProjectQuery.FindMembers;
import io.daybook.api.project.ProjectQuery.FindProject;
import io.daybook.api.project.ProjectQuery.FindProjects;
import io.daybook.api.project.ProjectView;
import io.daybook.api.resource.ResourceQuery.FindResourcesOfExperiment;
import io.daybook.api.resource.ResourceView;
import io.daybook.api.tag.Bearer;
import io.daybook.api.tag.TagId;
import io.daybook.api.tag.TagQuery.FindTag;
import io.daybook.api.tag.TagQuery.FindTags;
import io.daybook.api.tag.TagView;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserId;
import io.daybook.api.user.UserQuery.FindUsers;
import io.daybook.api.user.UserView;
import io.daybook.query.past.Both.Pair;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through two states at once, from what contains to what is contained, and tells what is not the same. */
final class Walk {

    private final Both both;
    private final Touched touched;
    private final Consumer<Difference> found;

    Walk(Both both, Touched touched, Consumer<Difference> found) {
        this.both = both;
        this.touched = touched;
        this.found = found;
    }

    /** Of all users the first one may read all projects, and cannot go. */
    void everything() {
        both.lists(new FindUsers(), UserView.class, UserView::id, this::compare);
        for (long tag : touched.tags()) compare(both.one(new FindTag(new TagId(tag)), TagView.class));
        both.lists(new FindProjects(UserId.DEFAULT), ProjectView.class, ProjectView::id, this::project);
    }

    void project(long id) {
        if (id < 1) return;
        Pair<ProjectView> project = both.one(new FindProject(new ProjectId(id)), ProjectView.class);
        if (project.before() != null || project.after() != null) project(project);
    }

    private void project(Pair<ProjectView> project) {
        ProjectId id = new ProjectId(project.either(ProjectView::id));
        compare(project, Bearer.of(id));
        both.lists(new FindMembers(id), PermissionView.class, PermissionView::id, this::compare);
        both.pages(slice -> new FindExperimentsOfProject(id, slice), ExperimentView::id, this::experiment);
        both.pages(slice -> new FindModelsOfProject(id, slice), ModelView::id, this::model);
    }

    private void experiment(Pair<ExperimentView> experiment) {
        ExperimentId id = new ExperimentId(experiment.either(ExperimentView::id));
        compare(experiment, Bearer.of(id));
        both.pages(slice -> new FindIterationsOfExperiment(id, slice), IterationView::id, this::iteration);
        both.pages(slice -> new FindResourcesOfExperiment(id, slice), ResourceView::id, this::compare);
    }

    private void iteration(Pair<IterationView> iteration) {
        IterationId id = new IterationId(iteration.either(IterationView::id));
        if (iteration.isOneSided() || touched.tagsOf(id.value())) compare(iteration, Bearer.of(id));
        else compare(iteration);
        if (!iteration.isOneSided() && !touched.iteration(id.value())) return;
        both.pages(slice -> new FindParametersOfIteration(id, slice), ParameterView::id, this::compare);
        if (!iteration.isOneSided()) points(id);
        new SeriesWalk(both, found).compare(id);
    }

    /** Points that were there before are told one by one when they were corrected; others by the counts of their series. */
    private void points(IterationId iteration) {
        touched.pointsOf(iteration.value()).forEach(ordinal -> {
            MetricId id = MetricId.of(iteration.value(), ordinal);
            Pair<MetricView> point = both.one(new FindMetric(id), MetricView.class);
            if (point.before() != null) compare(point);
        });
    }

    private void model(Pair<ModelView> model) {
        ModelId id = new ModelId(model.either(ModelView::id));
        compare(model);
        both.pages(slice -> new FindVersionsOfModel(id, slice), ModelVersionView::id, this::compare);
    }

    private void compare(Pair<?> pair) {
        tell(shown(pair.before(), null), shown(pair.after(), null));
    }

    private void compare(Pair<?> pair, Bearer bearer) {
        Pair<List<TagView>> tags = both.both(new FindTags(bearer), TagView.class);
        tell(shown(pair.before(), words(tags.before())), shown(pair.after(), words(tags.after())));
    }

    private static @Nullable Shown shown(@Nullable Object view, @Nullable List<String> tags) {
        return view == null ? null : new Shown(view, tags);
    }

    private static @Nullable List<String> words(@Nullable List<TagView> tags) {
        return tags == null ? null : tags.stream().map(TagView::value).toList();
    }

    private void tell(@Nullable Shown before, @Nullable Shown after) {
        if (before == null ? after != null : !before.equals(after)) found.accept(new Difference.OfThing(before, after));
    }
}
