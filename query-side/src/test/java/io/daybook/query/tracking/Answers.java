package io.daybook.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Documents;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentQuery.FindExperiment;
import io.daybook.api.experiment.ExperimentQuery.FindExperimentsOfProject;
import io.daybook.api.experiment.ExperimentView;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindChildren;
import io.daybook.api.iteration.IterationQuery.FindIteration;
import io.daybook.api.iteration.IterationQuery.FindIterationsOfExperiment;
import io.daybook.api.iteration.IterationQuery.FindParametersOfIteration;
import io.daybook.api.iteration.IterationView;
import io.daybook.api.iteration.ParameterView;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelQuery.FindModelsOfProject;
import io.daybook.api.model.ModelQuery.FindVersionsOfModel;
import io.daybook.api.model.ModelVersionView;
import io.daybook.api.model.ModelView;
import io.daybook.api.page.Page;
import io.daybook.api.page.Slice;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.ProjectQuery.FindMembers;
import io.daybook.api.resource.ResourceQuery.FindResourcesOfExperiment;
import io.daybook.api.resource.ResourceView;
import io.daybook.api.tag.Bearer;
import io.daybook.api.tag.TagQuery.FindTags;
import io.daybook.api.tag.TagView;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserId;
import io.daybook.api.user.UserQuery.FindPermissionsOfUser;
import io.daybook.api.user.UserQuery.FindUsers;
import io.daybook.api.user.UserView;
import io.daybook.query.tracking.Model.Kind;
import io.daybook.query.tracking.TrackingHistory.Association;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;

/** Asks everything there is to ask, and compares it with plain maps. */
final class Answers {

    private final QueryBus bus = SimpleQueryBus.builder().build();

    Answers(Documents documents) {
        TrackingView.queries(documents).forEach(queries -> new AnnotationQueryHandlerAdapter<>(queries).subscribe(bus));
    }

    void equalThoseOf(TrackingHistory history, Random random) {
        Model model = history.model;
        assertThat(ids(list(new FindUsers(), UserView.class), UserView::id))
                .containsExactlyElementsOf(model.in(Kind.USER, 0));
        for (long project : history.ever(Kind.PROJECT)) project(history, project, random);
        for (long experiment : history.ever(Kind.EXPERIMENT)) experiment(history, experiment, random);
        for (long iteration : history.ever(Kind.ITERATION)) iteration(history, iteration, random);
        for (long of : history.ever(Kind.MODEL)) {
            page(
                    model,
                    Kind.VERSION,
                    of,
                    slice -> new FindVersionsOfModel(new ModelId(of), slice),
                    ModelVersionView::id,
                    random);
        }
        for (long user : history.ever(Kind.USER)) {
            var rows = list(new FindPermissionsOfUser(new UserId(user)), PermissionView.class);
            assertThat(ids(rows, PermissionView::projectId)).containsExactlyElementsOf(history.projectsOf(user));
        }
    }

    private void project(TrackingHistory history, long id, Random random) {
        ProjectId project = new ProjectId(id);
        page(
                history.model,
                Kind.EXPERIMENT,
                id,
                slice -> new FindExperimentsOfProject(project, slice),
                ExperimentView::id,
                random);
        page(history.model, Kind.MODEL, id, slice -> new FindModelsOfProject(project, slice), ModelView::id, random);
        var members = list(new FindMembers(project), PermissionView.class);
        assertThat(ids(members, PermissionView::userId)).containsExactlyElementsOf(history.usersOf(id));
        tags(history, Bearer.of(project), Kind.PROJECT);
    }

    private void experiment(TrackingHistory history, long id, Random random) {
        ExperimentId experiment = new ExperimentId(id);
        assertThat(answers(new FindExperiment(experiment), ExperimentView.class))
                .isEqualTo(history.model.shows(Kind.EXPERIMENT, id));
        page(
                history.model,
                Kind.ITERATION,
                id,
                slice -> new FindIterationsOfExperiment(experiment, slice),
                IterationView::id,
                random);
        page(
                history.model,
                Kind.RESOURCE,
                id,
                slice -> new FindResourcesOfExperiment(experiment, slice),
                ResourceView::id,
                random);
        tags(history, Bearer.of(experiment), Kind.EXPERIMENT);
    }

    private void iteration(TrackingHistory history, long id, Random random) {
        IterationId iteration = new IterationId(id);
        assertThat(answers(new FindIteration(iteration), IterationView.class))
                .isEqualTo(history.model.shows(Kind.ITERATION, id));
        page(
                history.model,
                Kind.PARAMETER,
                id,
                slice -> new FindParametersOfIteration(iteration, slice),
                ParameterView::id,
                random);
        List<IterationView> children = list(new FindChildren(iteration), IterationView.class);
        assertThat(ids(children, IterationView::id)).containsExactlyElementsOf(history.model.children(id));
        assertThat(children).allMatch(child -> child.parentId() != null && child.parentId() == id);
        tags(history, Bearer.of(iteration), Kind.ITERATION);
    }

    private void tags(TrackingHistory history, Bearer bearer, Kind kind) {
        List<Long> expected = history.associations.stream()
                .filter(one -> one.bearer().equals(bearer) && history.model.shows(kind, bearer.id()))
                .filter(one -> history.model.has(Kind.TAG, one.tag()))
                .sorted(Comparator.comparingLong(Association::id))
                .map(Association::tag)
                .toList();
        assertThat(ids(list(new FindTags(bearer), TagView.class), TagView::id)).containsExactlyElementsOf(expected);
    }

    private <V> void page(
            Model model, Kind kind, long parent, Function<Slice, Object> query, ToLongFunction<V> id, Random random) {
        List<Long> all = model.in(kind, parent).stream()
                .filter(one -> model.shows(kind, one))
                .toList();
        Slice slice = new Slice(random.nextInt(all.size() + 3), random.nextInt(20));
        int from = (int) Math.min(slice.offset(), all.size());
        @SuppressWarnings("unchecked")
        Page<V> page = ask(query.apply(slice), Page.class);
        assertThat(page.total()).isEqualTo(all.size());
        assertThat(ids(page.items(), id))
                .containsExactlyElementsOf(all.subList(from, Math.min(all.size(), from + slice.limit())));
    }

    private static <V> List<Long> ids(Collection<V> views, ToLongFunction<V> id) {
        return views.stream().map(id::applyAsLong).toList();
    }

    private boolean answers(Object query, Class<?> type) {
        return !bus.query(new GenericQueryMessage<>(query, ResponseTypes.instanceOf(type)))
                .join()
                .isExceptional();
    }

    private <R> R ask(Object query, Class<R> type) {
        return bus.query(new GenericQueryMessage<>(query, ResponseTypes.instanceOf(type)))
                .join()
                .getPayload();
    }

    private <R> List<R> list(Object query, Class<R> type) {
        return bus.query(new GenericQueryMessage<>(query, ResponseTypes.multipleInstancesOf(type)))
                .join()
                .getPayload();
    }
}
