package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FillProgressTest {

    private final AtomicLong nanos = new AtomicLong();
    private final FillProgress progress = new FillProgress("series", nanos::get);

    @Test
    void says_how_far_it_is_and_how_long_it_takes() {
        progress.begin(0, 5_000_000);
        assertThat(progress.line(0)).isEqualTo("filling view series: 0 of 5,000,000 events (0 %)");

        nanos.set(TimeUnit.SECONDS.toNanos(12));
        assertThat(progress.line(1_200_000))
                .isEqualTo("filling view series: 1,200,000 of 5,000,000 events (24 %), 38 s left");
    }
}
