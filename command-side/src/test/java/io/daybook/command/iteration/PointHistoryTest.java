package io.daybook.command.iteration;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.junit.jupiter.api.Test;

class PointHistoryTest {

    private int read;

    /** Ten points a batch, of two keys in turn. */
    private final PointHistory history = new PointHistory((iteration, from) -> DomainEventStream.of(
            java.util.stream.LongStream.range(from, 1_000)
                    .peek(sequence -> read++)
                    .mapToObj(sequence ->
                            new GenericDomainEventMessage<>("iteration", iteration, sequence, at(sequence))),
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

    private static ScalarsLogged at(long sequence) {
        ScalarPoint[] points = new ScalarPoint[10];
        for (int i = 0; i < 10; i++)
            points[i] = new ScalarPoint(i % 2 == 0 ? "loss" : "acc", 10 * sequence + i, 1.5, 0.25);
        return new ScalarsLogged(7, 10 * sequence, new long[] {5 * sequence, 5 * sequence}, ScalarPoints.of(points));
    }
}
