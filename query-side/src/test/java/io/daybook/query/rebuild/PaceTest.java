package io.daybook.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong nanos = new AtomicLong(7);
    private final Pace pace = new Pace(nanos::get);

    @Test
    void nothing_is_known_at_first() {
        assertThat(pace.perSecond()).isZero();
        pace.reached(5);
        assertThat(pace.perSecond()).isZero();
        assertThat(pace.secondsFor(10)).isNull();
        assertThat(pace.secondsFor(0)).isZero();
    }

    @Test
    void it_is_that_of_the_last_seconds() {
        count(0, 100, 10_000);
        count(10_000, 10, 10_000);

        assertThat(pace.perSecond()).isEqualTo(100.0);
        assertThat(pace.secondsFor(250)).isEqualTo(3);
    }

    @Test
    void what_stands_still_has_none() {
        count(0, 100, 1_000);
        pass(60_000);
        pace.reached(1_000);
        pass(6_000);
        pace.reached(1_000);

        assertThat(pace.perSecond()).isZero();
    }

    @Test
    void what_nobody_speaks_of_gets_slower() {
        count(0, 100, 5_000);
        double before = pace.perSecond();
        pass(10_000);

        assertThat(pace.perSecond()).isLessThan(before / 2).isPositive();
    }

    @Test
    void what_begins_again_is_measured_anew() {
        count(0, 100, 50_000);
        count(0, 1, 100);

        assertThat(pace.perSecond()).isEqualTo(10.0);
    }

    /** In steps of a tenth of a second. */
    private void count(long from, long step, long more) {
        for (long count = from; count <= from + more; count += step) {
            pace.reached(count);
            pass(100);
        }
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
