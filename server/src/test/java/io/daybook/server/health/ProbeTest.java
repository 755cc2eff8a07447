package io.daybook.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Status;

@Timeout(60)
class ProbeTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void what_is_wrong_makes_it_down() {
        Probe probe = new Probe(
                "disk",
                () -> {
                    throw new IllegalStateException("it is full");
                },
                LONG);

        assertThat(probe.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void whoever_asks_in_the_meantime_is_told_what_was_found() {
        AtomicInteger checks = new AtomicInteger();
        Probe probe = new Probe("disk", checks::incrementAndGet, LONG);

        long begun = System.nanoTime();
        IntStream.range(0, 100)
                .forEach(i -> assertThat(probe.health().getStatus()).isEqualTo(Status.UP));
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);

        assertThat(checks.get()).isLessThanOrEqualTo((int) seconds + 1);
    }

    @Test
    void a_part_that_does_not_answer_is_down_and_is_not_asked_twice_at_a_time() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger checks = new AtomicInteger();
        Probe probe = new Probe(
                "disk",
                () -> {
                    checks.incrementAndGet();
                    asked.countDown();
                    answer.await();
                },
                Duration.ofMillis(20));

        for (int i = 0; i < 5; i++) assertThat(probe.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(asked.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(checks.get()).isEqualTo(1);

        answer.countDown();
        Status status = Status.DOWN;
        for (long end = System.nanoTime() + LONG.toNanos(); status != Status.UP && System.nanoTime() < end; ) {
            status = probe.health().getStatus();
        }
        assertThat(status).isEqualTo(Status.UP);
    }
}
