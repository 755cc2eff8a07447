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
import io.daybook.api.project.ProjectEvent.ProjectCreated;
import io.daybook.api.project.ProjectEvent.RightsGranted;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.Deciding;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
        try (var threads = Executors.newFixedThreadPool(8)) {
            var attempts = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> succeeds(create("foo", 10 + i)))
                    .toList();
            long winners = threads.invokeAll(attempts, 30, TimeUnit.SECONDS).stream()
                    .filter(attempt -> attempt.resultNow())
                    .count();
            assertThat(winners).isEqualTo(1);
        }
        assertThat(deciding.payloads())
                .filteredOn(ProjectCreated.class::isInstance)
                .hasSize(1);
        assertThat(deciding.payloads())
                .filteredOn(ExperimentCreated.class::isInstance)
                .hasSize(1);
    }

    private boolean succeeds(Object command) {
        try {
            deciding.when(command);
            return true;
        } catch (org.axonframework.commandhandling.CommandExecutionException refused) {
            return false;
        }
    }

    private static CreateCrayonExperiment create(String name, long id) {
        return new CreateCrayonExperiment(
                new CrayonName(name), new ExperimentId(id), new IterationId(id), new ProjectId(1), "crayon", DATE);
    }

    private static CrayonTarget target(long id, boolean running) {
        return new CrayonTarget(new ProjectId(1), new ExperimentId(id), new IterationId(id), running);
    }
}
