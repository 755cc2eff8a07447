package io.daybook.command.iteration;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.junit.jupiter.api.Test;

class PointHistoryTest {

    private int read;

    /** Ten points a batch, of two keys in turn. */
    private final PointHistory history = new PointHistory((iteration, from) -> DomainEventStream.of(
            LongStream.range(from, 1_000)
                    .peek(sequence -> read++)
                    .mapToObj(sequence -> message(iteration, sequence, at(sequence))),
            () -> 999L));

    @Test
    void a_row_knows_its_number_within_its_key() {
        var row = history.find("iteration-7", 4_327, 400);
        assertThat(row.number()).isEqualTo(2_163);
        assertThat(row.point()).isEqualTo(new ScalarPoint("acc", 4_327, 1.5, 0.25));
    }

    @Test
    void no_more_is_read_than_from_the_landmark_to_the_row() {
        history.find("iteration-7", 4_327, 400);
        assertThat(read).isLessThanOrEqualTo(34);
    }

    @Test
    void the_highest_step_of_counted_steps_is_found_at_the_end() {
        Points points = new Points();
        for (int event = 0; event < 1_000; event++) points.take(at(event), event);
        for (int gone = 9_999; gone > 9_900; gone--) {
            PointDeleted deletion = points.delete(MetricId.of(7, gone), history);
            assertThat(deletion.highest()).isEqualTo(gone - 2L);
            points.take(deletion);
        }
        // Twice a deletion's own row and the stretch from the last landmark on.
        assertThat(read / 99).isLessThanOrEqualTo(2 * 256);
    }

    @Test
    void and_before_it_where_a_key_ended_early() {
        Points points = new Points();
        for (int event = 0; event < 1_000; event++) points.take(single(event), event);
        PointHistory singles = new PointHistory((iteration, from) -> DomainEventStream.of(
                LongStream.range(from, 1_000).mapToObj(at -> message(iteration, at, single(at))), () -> 999L));
        assertThat(points.delete(MetricId.of(7, 1), singles).highest()).isEqualTo(3);
    }

    /** Two points of one key, and then of another. */
    private static ScalarsLogged single(long at) {
        ScalarPoint point = new ScalarPoint(at < 2 ? "lr" : "loss", at + 3, 1.5, 0.25);
        return new ScalarsLogged(7, at, new long[] {at < 2 ? at : at - 2}, ScalarPoints.of(point));
    }

    private static GenericDomainEventMessage<ScalarsLogged> message(String id, long sequence, ScalarsLogged event) {
        return new GenericDomainEventMessage<>("iteration", id, sequence, event);
    }

    private static ScalarsLogged at(long sequence) {
        ScalarPoint[] points = new ScalarPoint[10];
        for (int i = 0; i < 10; i++)
            points[i] = new ScalarPoint(i % 2 == 0 ? "loss" : "acc", 10 * sequence + i, 1.5, 0.25);
        return new ScalarsLogged(7, 10 * sequence, new long[] {5 * sequence, 5 * sequence}, ScalarPoints.of(points));
    }
}
