package io.daybook.query.view;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewPositionsTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final ViewPositions positions = new ViewPositions();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void who_fills_a_view_is_not_kept_when_a_reader_comes() throws Exception {
        var filling = threads.submit(() -> awaitReader("names"));

        var reading = threads.submit(() -> await("names", 1));
        filling.get(20, SECONDS);
        positions.set("names", 1);

        assertThat(reading.get(20, SECONDS)).isTrue();
    }

    @Test
    void who_fills_a_view_is_not_kept_while_a_reader_waits() throws Exception {
        var reading = threads.submit(() -> await("names", 2));
        awaitReader("names");
        positions.set("names", 1);
        awaitReader("names");
        positions.set("names", 2);

        assertThat(reading.get(20, SECONDS)).isTrue();
    }

    @Test
    void without_a_reader_the_wait_ends_by_itself() throws InterruptedException {
        assertThat(positions.awaitReader("names", Duration.ofMillis(1))).isFalse();
    }

    private void awaitReader(String view) {
        try {
            positions.awaitReader(view, LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean await(String view, long position) {
        try {
            return positions.await(view, position, LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
