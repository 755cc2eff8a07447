package io.daybook.command.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.claim.ClaimEvent.NameClaimed;
import io.daybook.api.claim.ClaimEvent.NameReleased;
import io.daybook.api.crayon.CrayonCommand.CreateCrayonExperiment;
import io.daybook.api.crayon.CrayonCommand.DeleteCrayonExperiment;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonTarget;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentCommand.CreateExperiment;
import io.daybook.api.experiment.ExperimentCommand.DeleteExperiment;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.message.Meta;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.Deciding;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Crayon name of an experiment follows what the tracking API does to it. */
class RenamingTest {

    private static final String DATE = "2026-02-11T09:15:00.004";

    private final Deciding deciding = new Deciding();

    @BeforeEach
    void two_experiments() {
        deciding.when(create("foo", 5));
        deciding.when(create("bar", 6));
    }

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    void renaming_moves_the_crayon_name() {
        int before = deciding.events().size();
        deciding.when(rename(5, "baz"));
        assertThat(deciding.payloads().subList(before, before + 3))
                .containsExactlyInAnyOrder(
                        new ExperimentChanged(5, null, "baz", null, null, false),
                        new NameReleased("crayon:foo", "experiment-5"),
                        new NameClaimed("crayon:baz", "experiment-5", null));
        assertThat(deciding.events())
                .allSatisfy(event ->
                        assertThat(event.getMetaData().get(Meta.PROJECT)).isEqualTo("1"));
        assertThat(target("baz").experimentId()).isEqualTo(new ExperimentId(5));
        assertThat(unknown("foo")).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    void the_old_name_is_free_and_the_new_one_is_not() {
        deciding.when(rename(5, "baz"));
        assertThat(deciding.refusalOf(create("baz", 7))).isEqualTo(Refusal.EXPERIMENT_NAME_TAKEN);
        deciding.when(create("foo", 7));
        assertThat(target("foo").experimentId()).isEqualTo(new ExperimentId(7));
        deciding.when(new DeleteCrayonExperiment(new CrayonName("baz")));
        assertThat(unknown("baz")).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    void a_taken_name_is_refused_and_nothing_else_changes_either() {
        int before = deciding.events().size();
        var change = new ChangeExperiment(new ExperimentId(5), null, "bar", "text", null);
        assertThat(deciding.refusalOf(change)).isEqualTo(Refusal.EXPERIMENT_NAME_TAKEN);
        assertThat(deciding.events()).hasSize(before);
    }

    @Test
    void its_own_name_is_no_new_one() {
        int before = deciding.events().size();
        deciding.when(rename(5, "foo"));
        assertThat(deciding.events()).hasSize(before);
    }

    @Test
    void refuses_a_name_that_crayon_clients_could_not_use() {
        assertThat(deciding.refusalOf(rename(5, "half \ud83d"))).isEqualTo(Refusal.NAME_NOT_USABLE);
        assertThat(deciding.refusalOf(rename(5, "nul \0"))).isEqualTo(Refusal.NAME_NOT_USABLE);
        assertThat(target("foo").experimentId()).isEqualTo(new ExperimentId(5));
    }

    @Test
    void others_may_be_called_alike() {
        deciding.when(new CreateExperiment(new ExperimentId(7), new ProjectId(1), "foo", DATE));
        deciding.when(rename(7, "bar"));
        assertThat(target("foo").experimentId()).isEqualTo(new ExperimentId(5));
        assertThat(target("bar").experimentId()).isEqualTo(new ExperimentId(6));
    }

    @Test
    void deleting_frees_the_name() {
        deciding.when(new DeleteExperiment(new ExperimentId(5)));
        assertThat(deciding.payloads()).contains(new NameReleased("crayon:foo", "experiment-5"));
        assertThat(unknown("foo")).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        deciding.when(create("foo", 7));
    }

    @Test
    void of_two_that_swap_their_names_neither_waits_for_ever_and_no_name_is_had_twice() throws Exception {
        var swaps = IntStream.range(0, 16)
                .mapToObj(i -> rename(5 + i % 2, i % 4 < 2 ? "x" : "y"))
                .toList();
        assertThat(deciding.successesOf(swaps)).isPositive();
        assertThat(Stream.of("foo", "bar", "x", "y").flatMap(name -> find(name).stream()))
                .extracting(CrayonTarget::experimentId)
                .containsExactlyInAnyOrder(new ExperimentId(5), new ExperimentId(6));
    }

    private Optional<CrayonTarget> find(String name) {
        return deciding.find(new FindCrayonTarget(new CrayonName(name)), CrayonTarget.class);
    }

    private Refusal unknown(String name) {
        return deciding.refusalOfQuery(new FindCrayonTarget(new CrayonName(name)), CrayonTarget.class);
    }

    private CrayonTarget target(String name) {
        return deciding.ask(new FindCrayonTarget(new CrayonName(name)), CrayonTarget.class);
    }

    private static ChangeExperiment rename(long id, String name) {
        return new ChangeExperiment(new ExperimentId(id), null, name, null, null);
    }

    private static CreateCrayonExperiment create(String name, long id) {
        return new CreateCrayonExperiment(
                new CrayonName(name), new ExperimentId(id), new IterationId(id), new ProjectId(1), "crayon", DATE);
    }
}
