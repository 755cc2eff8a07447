package io.daybook.query.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindIteration;
import io.daybook.api.iteration.IterationQuery.FindIterationsOfExperiment;
import io.daybook.api.page.Slice;
import io.daybook.query.view.DeadLetterDesk.Gap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BasisTest {

    private static final Gap ITERATION = new Gap("iteration-7", "1", "IterationCreated");
    private static final Gap POINTS = new Gap("iteration-7", "1", "ScalarsLogged");
    private static final Gap EXPERIMENT = new Gap("experiment-3", "1", "ExperimentChanged");
    private static final Gap PROJECT = new Gap("project-1", "1", "ProjectChanged");
    private static final Gap ELSEWHERE = new Gap("iteration-9", "2", "IterationCreated");
    private static final Gap ANOTHER = new Gap("experiment-9", "2", "ExperimentChanged");
    private static final Gap USER = new Gap("user-2", null, "UserChanged");

    /** Everything lies in one experiment of one project. */
    private static final class InOne implements Scope.Containers {

        @Override
        public @Nullable String projectOf(String aggregate) {
            return "1";
        }

        @Override
        public @Nullable String experimentOf(String aggregate) {
            return aggregate.startsWith("iteration-") ? "experiment-3" : null;
        }

        @Override
        public @Nullable String parentOf(String iteration) {
            return iteration.equals("iteration-8") ? "iteration-7" : null;
        }
    }

    private static Basis by(Object query) {
        Names names = name -> name.value().equals("foo") ? Optional.of(new IterationId(7)) : Optional.empty();
        return Basis.of(query, new Scope(new InOne(), Long.MAX_VALUE), names);
    }

    @Test
    void a_thing_is_touched_by_itself_and_by_what_it_lies_in() {
        Basis one = by(new FindIteration(new IterationId(7)));

        assertThat(List.of(ITERATION, EXPERIMENT, PROJECT)).allMatch(one::has);
        assertThat(List.of(POINTS, ELSEWHERE, USER)).noneMatch(one::has);
    }

    @Test
    void an_iteration_is_touched_by_whether_its_parent_is_there() {
        Basis child = by(new FindIteration(new IterationId(8)));

        assertThat(List.of(ITERATION, EXPERIMENT, PROJECT)).allMatch(child::has);
        assertThat(List.of(POINTS, ELSEWHERE, USER)).noneMatch(child::has);
    }

    @Test
    void a_list_is_touched_by_whatever_may_be_in_it() {
        Basis list = by(new FindIterationsOfExperiment(new ExperimentId(3), new Slice(0, 50)));

        assertThat(List.of(ITERATION, EXPERIMENT, PROJECT)).allMatch(list::has);
        assertThat(List.of(POINTS, ELSEWHERE, USER)).noneMatch(list::has);
    }

    @Test
    void a_name_is_touched_by_what_it_leads_to_and_by_any_while_it_leads_nowhere() {
        Basis known = by(new FindCrayonExperiment(new CrayonName("foo")));
        Basis unknown = by(new FindCrayonExperiment(new CrayonName("bar")));

        assertThat(List.of(ITERATION, POINTS, EXPERIMENT)).allMatch(known::has);
        assertThat(known.has(ANOTHER)).isFalse();
        assertThat(unknown.has(ANOTHER)).isTrue();
    }
}
