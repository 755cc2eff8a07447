package io.daybook.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentQuery.FindExperiment;
import io.daybook.api.experiment.ExperimentQuery.FindExperimentsOfProject;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.experiment.ExperimentView;
import io.daybook.api.iteration.Environment;
import io.daybook.api.iteration.IterationEvent.IterationFinalised;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindChildren;
import io.daybook.api.iteration.IterationQuery.FindIteration;
import io.daybook.api.iteration.IterationQuery.FindIterationsOfExperiment;
import io.daybook.api.iteration.IterationQuery.FindParameter;
import io.daybook.api.iteration.IterationQuery.FindParametersOfIteration;
import io.daybook.api.iteration.IterationStatus;
import io.daybook.api.iteration.IterationView;
import io.daybook.api.iteration.ParameterId;
import io.daybook.api.iteration.ParameterView;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelQuery.FindModel;
import io.daybook.api.model.ModelQuery.FindModelVersion;
import io.daybook.api.model.ModelQuery.FindVersionsOfModel;
import io.daybook.api.model.ModelVersionId;
import io.daybook.api.model.ModelVersionView;
import io.daybook.api.model.ModelView;
import io.daybook.api.model.Stage;
import io.daybook.api.page.Page;
import io.daybook.api.page.Slice;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.ProjectQuery.FindPermission;
import io.daybook.api.project.ProjectQuery.FindProject;
import io.daybook.api.project.ProjectQuery.FindProjects;
import io.daybook.api.project.ProjectView;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.ResourceId;
import io.daybook.api.resource.ResourceQuery.FindResource;
import io.daybook.api.resource.ResourceView;
import io.daybook.api.tag.Bearer;
import io.daybook.api.tag.TagId;
import io.daybook.api.tag.TagQuery.FindTag;
import io.daybook.api.tag.TagQuery.FindTags;
import io.daybook.api.tag.TagView;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserId;
import io.daybook.api.user.UserQuery.FindUser;
import io.daybook.api.user.UserView;
import io.daybook.query.RunningQuerySide;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackingQueriesTest {

    private static final Slice FIRST = new Slice(0, 50);
    private static final FindExperiment EXPERIMENT = new FindExperiment(new ExperimentId(4));
    private static final FindIteration ITERATION = new FindIteration(new IterationId(17));

    private final RunningQuerySide running = new RunningQuerySide(Duration.ofSeconds(10));

    @BeforeEach
    void begin() {
        running.publish(Happenings.seeded(), Happenings.project(2));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void a_user_is_shown_as_created_and_changed() {
        running.publish(Happenings.user(5), Happenings.admin(5, true));

        UserView expected = new UserView(5, "First", "Last", "user 5", Happenings.DAY, true);
        assertThat(running.ask(new FindUser(new UserId(5)), UserView.class)).isEqualTo(expected);
        assertThat(running.ask(new FindUser(UserId.DEFAULT), UserView.class).username())
                .isEqualTo("default");
    }

    @Test
    void projects_are_those_that_the_reader_may_read_and_all_for_an_admin() {
        running.publish(Happenings.user(5), Happenings.project(3), Happenings.project(4));
        running.publish(Happenings.granted(3, 5, false), Happenings.granted(4, 5, true));
        assertThat(projects(5)).containsExactly(4L);

        running.publish(Happenings.rightsChanged(3, 5, true));
        assertThat(projects(5)).containsExactly(3L, 4L);
        assertThat(projects(1)).containsExactly(2L, 3L, 4L);
        running.publish(Happenings.revoked(3, 5), Happenings.projectGone(4));
        assertThat(projects(5)).isEmpty();
    }

    @Test
    void a_permission_row_is_shown_as_it_was_changed() {
        running.publish(Happenings.user(5), Happenings.granted(2, 5, false), Happenings.rightsChanged(2, 5, true));

        FindPermission query = new FindPermission(new UserId(5), new ProjectId(2));
        PermissionView expected = new PermissionView((2 << 20) + 5, 5, 2, true, true, false, false);
        assertThat(running.ask(query, PermissionView.class)).isEqualTo(expected);
    }

    @Test
    void a_reopened_experiment_has_no_end_date() {
        running.publish(Happenings.experiment(4, 2), Happenings.experimentChanged(4));
        assertThat(experiment())
                .isEqualTo(new ExperimentView(
                        4, 2, ExperimentStatus.STOPPED, "experiment 4", "stopped", Happenings.DAY, "2026-03-03"));

        running.publish(new ExperimentChanged(4, ExperimentStatus.IN_PROGRESS, "new", null, null, true));
        assertThat(experiment())
                .isEqualTo(
                        new ExperimentView(4, 2, ExperimentStatus.IN_PROGRESS, "new", "stopped", Happenings.DAY, null));
    }

    @Test
    void an_iteration_is_shown_with_all_that_happened_to_it() {
        running.publish(Happenings.experiment(4, 2), Happenings.iteration(17, 4, 2), Happenings.environment(17));
        assertThat(iteration().status()).isEqualTo(IterationStatus.RUNNING);
        running.publish(Happenings.iterationChanged(17), new IterationFinalised(17, null, "2026-05-05", null, "done"));

        Environment environment = new Environment("1.11.5", "sha", true, "fit.jl", "[deps]", "lock");
        IterationView expected = new IterationView(
                17,
                4,
                "done",
                Happenings.DAY,
                "2026-05-05",
                null,
                IterationStatus.FAILED,
                "out of memory",
                environment);
        assertThat(iteration()).isEqualTo(expected);
        assertThat(iterations()).isEqualTo(new Page<>(List.of(expected), 1));
    }

    @Test
    void children_outlive_their_parent_and_have_none_then() {
        running.publish(Happenings.experiment(4, 2), Happenings.iteration(16, 4, 2));
        running.publish(Happenings.iteration(17, 4, 2, 16L), Happenings.iteration(18, 4, 2, 17L));
        FindChildren children = new FindChildren(new IterationId(16));
        assertThat(running.list(children, IterationView.class)).containsExactly(iteration());
        assertThat(iteration().parentId()).isEqualTo(16);

        running.publish(Happenings.iterationGone(16, 4));

        assertThat(running.list(children, IterationView.class)).isEmpty();
        assertThat(iteration().parentId()).isNull();
        assertThat(iterations().total()).isEqualTo(2);
    }

    @Test
    void what_is_being_restored_shows_when_it_is_whole() {
        long parameter = ParameterId.of(17, 0).value();
        running.publish(Happenings.restoring(4, 2, 17), Happenings.iteration(17, 4, 2));
        running.publish(Happenings.parameter(17, parameter), Happenings.resource(9, 4, 2));
        FindParametersOfIteration parameters = new FindParametersOfIteration(new IterationId(17), FIRST);
        assertThat(running.refusal(EXPERIMENT, ExperimentView.class)).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        assertThat(running.refusal(ITERATION, IterationView.class)).isEqualTo(Refusal.UNKNOWN_ITERATION);
        assertThat(running.refusal(new FindResource(new ResourceId(9)), ResourceView.class))
                .isEqualTo(Refusal.UNKNOWN_RESOURCE);
        assertThat(iterations().total() + page(parameters).total()).isZero();
        assertThat(page(new FindExperimentsOfProject(new ProjectId(2), FIRST)).total())
                .isZero();

        running.publish(Happenings.restored(4, 2, 17));

        assertThat(experiment())
                .isEqualTo(new ExperimentView(
                        4, 2, ExperimentStatus.FINISHED, "restored 4", "whole again", Happenings.DAY, "2026-02-02"));
        assertThat(iterations().items()).isEqualTo(List.of(iteration()));
        assertThat(page(parameters).items()).isEqualTo(List.of(new ParameterView(parameter, 17, "rate", "0.1")));
        assertThat(page(new FindExperimentsOfProject(new ProjectId(2), FIRST)).total())
                .isEqualTo(1);
    }

    @Test
    void tags_come_in_the_order_of_their_associations() {
        running.publish(Happenings.experiment(4, 2), Happenings.tag(1), Happenings.tag(2), Happenings.tag(3));
        Bearer bearer = Bearer.of(new ExperimentId(4));
        running.publish(Happenings.tagged(bearer, 3, 30), Happenings.tagged(bearer, 1, 31));
        running.publish(Happenings.tagged(bearer, 2, 32), Happenings.tagged(Bearer.of(new ProjectId(2)), 2, 33));
        assertThat(running.list(new FindTags(bearer), TagView.class))
                .containsExactly(new TagView(3, "tag 3"), new TagView(1, "tag 1"), new TagView(2, "tag 2"));

        running.publish(Happenings.tagGone(1), Happenings.untagged(bearer, 3, 30));
        assertThat(running.list(new FindTags(bearer), TagView.class)).containsExactly(new TagView(2, "tag 2"));
    }

    @Test
    void promoting_a_version_archives_the_other() {
        long first = ModelVersionId.of(new ModelId(6), 1).value();
        long second = ModelVersionId.of(new ModelId(6), 2).value();
        running.publish(Happenings.model(6, 2), Happenings.version(6, first), Happenings.version(6, second));
        running.publish(Happenings.promoted(6, first, null), Happenings.promoted(6, second, first));

        assertThat(page(new FindVersionsOfModel(new ModelId(6), FIRST)))
                .isEqualTo(new Page<>(
                        List.of(version(first, 1, Stage.ARCHIVED), version(second, 2, Stage.PRODUCTION)), 2));
    }

    @Test
    void what_is_unknown_is_refused() {
        assertThat(running.refusal(new FindUser(new UserId(9)), UserView.class)).isEqualTo(Refusal.UNKNOWN_USER);
        assertThat(running.refusal(new FindProject(new ProjectId(9)), ProjectView.class))
                .isEqualTo(Refusal.UNKNOWN_PROJECT);
        FindPermission permission = new FindPermission(new UserId(9), new ProjectId(2));
        assertThat(running.refusal(permission, PermissionView.class)).isEqualTo(Refusal.UNKNOWN_PERMISSION);
        FindParameter parameter = new FindParameter(ParameterId.of(17, 0));
        assertThat(running.refusal(parameter, ParameterView.class)).isEqualTo(Refusal.UNKNOWN_PARAMETER);
        assertThat(running.refusal(new FindTag(new TagId(9)), TagView.class)).isEqualTo(Refusal.UNKNOWN_TAG);
        assertThat(running.refusal(new FindModel(new ModelId(9)), ModelView.class))
                .isEqualTo(Refusal.UNKNOWN_MODEL);
        FindModelVersion version = new FindModelVersion(ModelVersionId.of(new ModelId(9), 1));
        assertThat(running.refusal(version, ModelVersionView.class)).isEqualTo(Refusal.UNKNOWN_MODEL_VERSION);
    }

    private static ModelVersionView version(long id, int number, Stage stage) {
        return new ModelVersionView(id, 6, number, 1, null, stage, "", Happenings.DAY, Happenings.DAY);
    }

    private List<Long> projects(long reader) {
        return running.list(new FindProjects(new UserId(reader)), ProjectView.class).stream()
                .map(ProjectView::id)
                .toList();
    }

    private ExperimentView experiment() {
        return running.ask(EXPERIMENT, ExperimentView.class);
    }

    private IterationView iteration() {
        return running.ask(ITERATION, IterationView.class);
    }

    private Page<?> iterations() {
        return page(new FindIterationsOfExperiment(new ExperimentId(4), FIRST));
    }

    private Page<?> page(Object query) {
        return running.ask(query, Page.class);
    }
}
