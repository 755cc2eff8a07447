package io.daybook.testkit.cluster.load;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check that cannot fail would show nothing. */
class PromisesTest {

    private final Promises promises = new Promises();

    @BeforeEach
    void two_iterations_were_made_and_three_points_were_logged() {
        promises.made(7);
        promises.made(9);
        promises.logged(1);
        promises.logged(2);
    }

    @Test
    void all_is_there() {
        assertThatCode(() -> promises.check(List.of(7L, 9L), List.of(0L, 1L, 2L)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_lost_point_is_told() {
        broken(List.of(7L, 9L), List.of(0L, 1L), "acknowledged and lost: [2]");
        broken(List.of(7L, 9L), List.of(0L, 2L), "acknowledged and lost: [1]");
    }

    @Test
    void a_lost_iteration_is_told() {
        broken(List.of(7L), List.of(0L, 1L, 2L), "acknowledged and lost: [9]");
    }

    @Test
    void what_was_done_twice_is_told() {
        broken(List.of(7L, 9L), List.of(0L, 1L, 1L, 2L), "there twice");
        broken(List.of(7L, 9L), List.of(0L, 1L, 2L, 3L), "sent by nobody: [3]");
        broken(List.of(7L, 8L, 9L), List.of(0L, 1L, 2L), "sent by nobody: [8]");
    }

    @Test
    void an_iteration_that_is_another_ones_is_told() {
        assertThatThrownBy(() -> promises.made(7)).hasMessageContaining("made twice");
    }

    @Test
    void another_order_is_told() {
        broken(List.of(7L, 9L), List.of(1L, 0L, 2L), "not in order");
    }

    @Test
    void a_stale_read_is_told() {
        assertThatCode(() -> promises.mustBeSeen(List.of(1L, 2L))).doesNotThrowAnyException();
        assertThatThrownBy(() -> promises.mustBeSeen(List.of(0L, 1L))).hasMessageStartingWith("stale: no point 2");
        assertThatThrownBy(() -> Promises.mustBeSeen(9, 404)).hasMessageStartingWith("stale: iteration 9");
    }

    private void broken(List<Long> iterations, List<Long> points, String how) {
        assertThatThrownBy(() -> promises.check(iterations, points)).hasMessageContaining(how);
    }
}
