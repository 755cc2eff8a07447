package io.daybook.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.claim.ClaimEvent.NameClaimed;
import io.daybook.api.crayon.CrayonQuery.FindCrayonNames;
import io.daybook.api.crayon.CrayonView.Names;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentQuery.FindExperiment;
import io.daybook.api.experiment.ExperimentView;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindIteration;
import io.daybook.api.iteration.IterationView;
import io.daybook.api.message.Meta;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelQuery.FindModel;
import io.daybook.api.model.ModelView;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.ProjectQuery.FindProject;
import io.daybook.api.project.ProjectView;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.ResourceId;
import io.daybook.api.resource.ResourceQuery.FindResource;
import io.daybook.api.resource.ResourceView;
import io.daybook.api.tag.TagId;
import io.daybook.api.tag.TagQuery.FindTag;
import io.daybook.api.tag.TagView;
import io.daybook.api.user.UserId;
import io.daybook.api.user.UserQuery.FindUser;
import io.daybook.api.user.UserView;
import io.daybook.query.RunningQuerySide;
import io.daybook.query.tracking.Happenings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthoriseTest {

    private static final long ALICE = 5;
    private static final FindExperiment EXPERIMENT = new FindExperiment(new ExperimentId(4));
    private static final FindIteration ITERATION = new FindIteration(new IterationId(17));
    private static final Map<Object, Class<?>> IN_PROJECT_2 = Map.of(
            EXPERIMENT,
            ExperimentView.class,
            ITERATION,
            IterationView.class,
            new FindResource(new ResourceId(9)),
            ResourceView.class,
            new FindModel(new ModelId(6)),
            ModelView.class);

    private final RunningQuerySide running = new RunningQuerySide(Duration.ofSeconds(10));

    @BeforeEach
    void begin() {
        running.publish(Happenings.seeded(), Happenings.user(ALICE), Happenings.project(2));
        running.publish(Happenings.experiment(4, 2), Happenings.iteration(17, 4, 2));
        running.publish(Happenings.resource(9, 4, 2), Happenings.model(6, 2));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void things_of_a_project_take_a_row_that_lets_read() {
        IN_PROJECT_2.forEach(
                (query, type) -> assertThat(refusal(query, type)).contains(Refusal.PROJECT_PERMISSION_REQUIRED));

        running.publish(Happenings.granted(2, ALICE, true));
        IN_PROJECT_2.forEach((query, type) -> assertThat(refusal(query, type)).isEmpty());

        running.publish(Happenings.rightsChanged(2, ALICE, false));
        IN_PROJECT_2.forEach(
                (query, type) -> assertThat(refusal(query, type)).contains(Refusal.PROJECT_PERMISSION_REQUIRED));
    }

    @Test
    void a_revoked_row_and_a_deleted_project_let_nobody_read() {
        running.publish(Happenings.granted(2, ALICE, true), Happenings.revoked(2, ALICE));
        assertThat(refusal(EXPERIMENT, ExperimentView.class)).contains(Refusal.PROJECT_PERMISSION_REQUIRED);

        running.publish(Happenings.granted(2, ALICE, true), Happenings.projectGone(2));
        IN_PROJECT_2.forEach((query, type) -> assertThat(refusal(query, type)).contains(Refusal.OWNER_NOT_FOUND));
        assertThat(refusal(new FindProject(new ProjectId(2)), ProjectView.class))
                .contains(Refusal.PROJECT_PERMISSION_REQUIRED);
    }

    @Test
    void what_is_in_no_project_has_no_owner_and_a_project_is_not_asked_for() {
        running.publish(Happenings.granted(2, ALICE, true), Happenings.iterationGone(17, 4));
        assertThat(refusal(ITERATION, IterationView.class)).contains(Refusal.OWNER_NOT_FOUND);
        assertThat(refusal(new FindExperiment(new ExperimentId(99)), ExperimentView.class))
                .contains(Refusal.OWNER_NOT_FOUND);
        assertThat(refusal(new FindProject(new ProjectId(99)), ProjectView.class))
                .contains(Refusal.PROJECT_PERMISSION_REQUIRED);
    }

    @Test
    void some_queries_are_for_admins_and_some_for_oneself() {
        assertThat(refusal(new FindTag(new TagId(1)), TagView.class)).contains(Refusal.ADMIN_REQUIRED);
        assertThat(refusal(new FindUser(UserId.DEFAULT), UserView.class)).contains(Refusal.SAME_USER_REQUIRED);
        assertThat(refusal(new FindUser(new UserId(ALICE)), UserView.class)).isEmpty();

        running.publish(Happenings.admin(ALICE, true));
        assertThat(refusal(new FindUser(UserId.DEFAULT), UserView.class)).isEmpty();
        assertThat(refusal(new FindTag(new TagId(1)), TagView.class)).contains(Refusal.UNKNOWN_TAG);
    }

    @Test
    void who_is_gone_may_ask_nothing() {
        running.publish(Happenings.admin(ALICE, true), Happenings.userGone(ALICE));

        assertThat(refusal(new FindUser(new UserId(ALICE)), UserView.class)).contains(Refusal.CALLER_GONE);
    }

    @Test
    void crayon_names_take_a_row_in_the_reserved_project() {
        FindCrayonNames names = new FindCrayonNames();
        running.publish(Happenings.granted(2, ALICE, true));
        assertThat(refusal(names, Names.class)).contains(Refusal.PROJECT_PERMISSION_REQUIRED);

        running.publish(new NameClaimed("reserved:crayon", "project-2", null));
        assertThat(refusal(names, Names.class)).isEmpty();
        running.publish(new NameClaimed("reserved:crayon", "project-3", "project-2"));
        assertThat(refusal(names, Names.class)).contains(Refusal.PROJECT_PERMISSION_REQUIRED);
    }

    private Optional<Refusal> refusal(Object query, Class<?> type) {
        var answer = running.asked(query, type, MetaData.with(Meta.ACTOR, Long.toString(ALICE)));
        return answer.isExceptional()
                ? Optional.of(RunningQuerySide.refused(answer).refusal())
                : Optional.empty();
    }
}
