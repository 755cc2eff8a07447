package io.daybook.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check that cannot fail would show nothing. */
class SeriesTest {

    private final Series series = new Series();

    @BeforeEach
    void two_points_were_acknowledged_and_a_third_was_sent() {
        series.acknowledge(series.send());
        series.acknowledge(series.send());
        series.send();
    }

    @Test
    void what_was_not_acknowledged_may_be_there_or_not() {
        assertThat(series.settle(List.of(0L, 1L, 2L))).isEqualTo(1);
        assertThat(series.settle(List.of(0L, 1L, 2L))).isZero();
    }

    @Test
    void what_was_seen_once_must_stay() {
        series.settle(List.of(0L, 1L, 2L));

        assertThatThrownBy(() -> series.settle(List.of(0L, 1L))).hasMessage("point 2 is lost");
    }

    @Test
    void what_was_not_there_must_not_come_later() {
        series.settle(List.of(0L, 1L));

        assertThatThrownBy(() -> series.settle(List.of(0L, 1L, 2L))).hasMessageStartingWith("point 2 is there");
    }

    @Test
    void unless_it_was_sent_again() {
        series.settle(List.of(0L, 1L));
        series.acknowledge(2);

        assertThat(series.settle(List.of(0L, 1L, 2L))).isZero();
    }

    @Test
    void an_acknowledged_point_must_not_be_missing() {
        assertThatThrownBy(() -> series.settle(List.of(1L))).hasMessage("point 0 is lost");
    }

    @Test
    void a_point_must_not_be_there_twice() {
        assertThatThrownBy(() -> series.settle(List.of(0L, 0L, 1L))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> series.settle(List.of(0L, 1L, 2L, 2L))).hasMessageContaining("twice");
    }

    @Test
    void points_must_be_in_order() {
        assertThatThrownBy(() -> series.settle(List.of(1L, 0L))).isInstanceOf(AssertionError.class);
    }
}
