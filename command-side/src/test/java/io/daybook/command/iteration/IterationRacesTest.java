package io.daybook.command.iteration;

import static io.daybook.command.Projects.DATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.IterationCommand;
import io.daybook.api.iteration.IterationCommand.DeleteIteration;
import io.daybook.api.iteration.IterationCommand.DeleteMetric;
import io.daybook.api.iteration.IterationCommand.FinaliseIteration;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.IterationEvent.IterationFinalised;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.command.Deciding;
import io.daybook.command.Projects;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IterationRacesTest {

    private static final IterationId ID = new IterationId(1);

    private final Deciding deciding = Projects.two();

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    @Tag("I-23")
    void steps_counted_at_once_have_no_gap_and_no_repeat() throws Exception {
        assertThat(deciding.successesOf(among(16, List.of()))).isEqualTo(16);
        assertThat(steps()).containsExactly(LongStream.range(0, 16).toArray());
    }

    @Test
    @Tag("I-19")
    void nothing_is_logged_after_the_end() throws Exception {
        long successes = deciding.successesOf(among(16, List.of(end(), end(), end())));
        assertThat(deciding.payloads()).last().isInstanceOf(IterationFinalised.class);
        assertThat(deciding.payloads())
                .filteredOn(IterationFinalised.class::isInstance)
                .hasSize(1);
        assertThat(steps()).hasSize((int) successes - 1);
    }

    @Test
    @Tag("I-39")
    void nothing_is_logged_after_the_deletion() throws Exception {
        DeleteIteration deletion = new DeleteIteration(ID);
        long successes = deciding.successesOf(among(16, List.of(deletion, deletion)));
        assertThat(deciding.payloads()).last().isInstanceOf(IterationDeleted.class);
        assertThat(steps()).hasSize((int) successes - 1);
    }

    @Test
    @Tag("I-38")
    void a_point_is_deleted_once() throws Exception {
        deciding.when(point());
        DeleteMetric deletion = new DeleteMetric(MetricId.of(1, 0));
        var all = IntStream.range(0, 16).mapToObj(i -> deletion).toList();
        assertThat(deciding.successesOf(all)).isEqualTo(1);
        assertThat(deciding.payloads())
                .filteredOn(PointDeleted.class::isInstance)
                .hasSize(1);
    }

    /** So many commands, one in three of them out of {@code others} until there are no more, else a point. */
    private static List<IterationCommand> among(int size, List<? extends IterationCommand> others) {
        return IntStream.range(0, size)
                .<IterationCommand>mapToObj(i -> i % 3 == 1 && i / 3 < others.size() ? others.get(i / 3) : point())
                .toList();
    }

    private long[] steps() {
        return deciding.payloads().stream()
                .filter(ScalarsLogged.class::isInstance)
                .mapToLong(event -> ((ScalarsLogged) event).points().stepAt(0))
                .toArray();
    }

    private static LogScalar point() {
        return new LogScalar(ID, ScalarPoints.of(new ScalarPoint("loss", 0, 1.5, 0.25)), new boolean[] {true});
    }

    private static FinaliseIteration end() {
        return new FinaliseIteration(ID, null, DATE, null, null);
    }
}
