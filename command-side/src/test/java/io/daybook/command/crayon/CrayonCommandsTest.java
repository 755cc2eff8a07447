package io.daybook.command.crayon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.claim.ClaimEvent.NameClaimed;
import io.daybook.api.claim.ClaimEvent.NameReleased;
import io.daybook.api.crayon.CrayonCommand.CreateCrayonExperiment;
import io.daybook.api.crayon.CrayonCommand.DeleteCrayonExperiment;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonProject;
import io.daybook.api.crayon.CrayonQuery.FindCrayonTarget;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentEvent.CrayonNameGiven;
import io.daybook.api.experiment.ExperimentEvent.ExperimentCreated;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.message.Meta;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectEvent.ProjectCreated;
import io.daybook.api.project.ProjectEvent.RightsGranted;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.Deciding;
import java.util.stream.IntStream;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrayonCommandsTest {

    private static final CrayonName FOO = new CrayonName("foo");
    private static final String DATE = "2026-02-11T09:15:00.004";

    private final Deciding deciding = new Deciding();

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    void an_experiment_comes_with_its_project_its_claim_and_one_iteration() {
        deciding.when(create("foo", 5));
        assertThat(deciding.payloads())
                .containsExactlyInAnyOrder(
                        new ProjectCreated(1, "crayon", DATE),
                        new RightsGranted((1L << 20) + 1, 1, 1, false, true, false, false),
                        new NameClaimed("reserved:crayon", "project-1", null),
                        new NameClaimed("crayon:foo", "experiment-5", null),
                        new ExperimentCreated(5, 1, "foo", DATE),
                        new IterationCreated(5, 5, 1, null, DATE),
                        new CrayonNameGiven(5, 1, 5, "foo"));
        assertThat(deciding.events())
                .allSatisfy(event ->
                        assertThat(event.getMetaData().get(Meta.PROJECT)).isEqualTo("1"));
        assertThat(deciding.ask(new FindCrayonTarget(FOO), CrayonTarget.class)).isEqualTo(target(5, true));
    }

    @Test
    void the_reserved_project_is_created_once() {
        assertThat(deciding.ask(new FindCrayonProject(), Boolean.class)).isFalse();
        deciding.when(create("foo", 5));
        deciding.when(create("bar", 6));
        assertThat(deciding.payloads())
                .filteredOn(ProjectCreated.class::isInstance)
                .hasSize(1);
        assertThat(deciding.ask(new FindCrayonProject(), Boolean.class)).isTrue();
    }

    @Test
    void refuses_a_name_that_is_taken_and_writes_nothing() {
        deciding.when(create("foo", 5));
        int before = deciding.events().size();
        assertThat(deciding.refusalOf(create("foo", 6))).isEqualTo(Refusal.EXPERIMENT_NAME_TAKEN);
        assertThat(deciding.events()).hasSize(before);
    }

    @Test
    void a_deleted_name_is_free_again_at_once() {
        deciding.when(create("foo", 5));
        deciding.when(new DeleteCrayonExperiment(FOO));
        deciding.when(create("foo", 6));
        assertThat(deciding.payloads())
                .contains(new ExperimentDeleted(5, 1), new NameReleased("crayon:foo", "experiment-5"));
        assertThat(deciding.ask(new FindCrayonTarget(FOO), CrayonTarget.class)).isEqualTo(target(6, true));
    }

    @Test
    void refuses_to_delete_what_is_not_there() {
        assertThat(deciding.refusalOf(new DeleteCrayonExperiment(FOO))).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        assertThat(deciding.events()).isEmpty();
    }

    @Test
    void nothing_is_logged_to_a_deleted_experiment() {
        deciding.when(create("foo", 5));
        deciding.when(new DeleteCrayonExperiment(FOO));
        var late = new LogScalar(new IterationId(5), ScalarPoints.of(new ScalarPoint("loss", 0, 0, 0)));
        assertThat(deciding.refusalOf(late)).isEqualTo(Refusal.UNKNOWN_ITERATION);
        assertThatThrownBy(() -> deciding.ask(new FindCrayonTarget(FOO), CrayonTarget.class))
                .hasRootCauseInstanceOf(QueryExecutionException.class);
    }

    @Test
    void a_finished_experiment_is_known_to_take_no_data() {
        deciding.when(create("foo", 5));
        deciding.when(new ChangeExperiment(new ExperimentId(5), ExperimentStatus.FINISHED, null, null, null));
        assertThat(deciding.ask(new FindCrayonTarget(FOO), CrayonTarget.class)).isEqualTo(target(5, false));
    }

    @Test
    void of_many_who_want_one_name_exactly_one_gets_it() throws Exception {
        var wanting = IntStream.range(10, 18).mapToObj(id -> create("foo", id)).toList();
        assertThat(deciding.successesOf(wanting)).isEqualTo(1);
        assertThat(deciding.payloads())
                .filteredOn(ProjectCreated.class::isInstance)
                .hasSize(1);
        assertThat(deciding.payloads())
                .filteredOn(ExperimentCreated.class::isInstance)
                .hasSize(1);
    }

    @Test
    void deleting_the_reserved_project_frees_all_names() {
        deciding.when(create("foo", 5));
        deciding.when(new DeleteProject(new ProjectId(1)));
        assertThat(deciding.find(new FindCrayonTarget(FOO), CrayonTarget.class)).isEmpty();
        assertThat(deciding.ask(new FindCrayonProject(), Boolean.class)).isFalse();
        assertThat(deciding.refusalOf(new DeleteCrayonExperiment(FOO))).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    void the_next_use_makes_another_reserved_project() {
        deciding.when(create("foo", 5));
        deciding.when(new DeleteProject(new ProjectId(1)));
        deciding.when(new CreateCrayonExperiment(
                FOO, new ExperimentId(6), new IterationId(6), new ProjectId(2), "crayon", DATE));
        assertThat(deciding.payloads())
                .contains(
                        new ProjectCreated(2, "crayon", DATE),
                        new NameClaimed("reserved:crayon", "project-2", "project-1"),
                        new NameClaimed("crayon:foo", "experiment-6", "experiment-5"));
        assertThat(deciding.ask(new FindCrayonTarget(FOO), CrayonTarget.class))
                .isEqualTo(new CrayonTarget(new ProjectId(2), new ExperimentId(6), new IterationId(6), true));
    }

    @Test
    void whoever_came_with_the_id_of_the_deleted_project_tries_again() {
        deciding.when(create("foo", 5));
        deciding.when(new DeleteProject(new ProjectId(1)));
        int before = deciding.events().size();
        assertThat(deciding.refusalOf(create("foo", 6))).isEqualTo(Refusal.OVERLOADED);
        assertThat(deciding.events()).hasSize(before);
    }

    private static CreateCrayonExperiment create(String name, long id) {
        return new CreateCrayonExperiment(
                new CrayonName(name), new ExperimentId(id), new IterationId(id), new ProjectId(1), "crayon", DATE);
    }

    private static CrayonTarget target(long id, boolean running) {
        return new CrayonTarget(new ProjectId(1), new ExperimentId(id), new IterationId(id), running);
    }
}
