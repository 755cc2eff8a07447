package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchBorderTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final BatchBorder border = new BatchBorder();

    @Test
    void work_is_done_by_the_thread_that_comes_by() throws Exception {
        CompletableFuture<Optional<Thread>> done = meeting();
        while (!done.isDone()) border.pass();

        assertThat(done.get(1, TimeUnit.SECONDS)).contains(Thread.currentThread());
    }

    @Test
    void work_that_nobody_comes_by_for_is_not_done_later() throws Exception {
        StringBuilder done = new StringBuilder();

        assertThat(border.meet(() -> done.append("done"), Duration.ofMillis(20)))
                .isEmpty();
        border.pass();

        assertThat(done).isEmpty();
    }

    @Test
    void a_failure_is_told_to_who_asked_and_not_to_who_comes_by() {
        CompletableFuture<Object> asking = CompletableFuture.supplyAsync(() -> {
            try {
                return border.meet(
                        () -> {
                            throw new IllegalArgumentException("no");
                        },
                        LONG);
            } catch (Exception failure) {
                return failure;
            }
        });
        while (!asking.isDone()) border.pass();

        assertThat(asking.join()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_waits_at_a_time() throws Exception {
        FutureTask<Optional<Thread>> first = new FutureTask<>(() -> border.meet(Thread::currentThread, LONG));
        Thread waiting = Thread.ofPlatform().start(first);
        while (waiting.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();

        assertThatThrownBy(() -> border.meet(Thread::currentThread, Duration.ZERO))
                .hasMessageContaining("already");
        border.pass();
        assertThat(first.get(LONG.toSeconds(), TimeUnit.SECONDS)).contains(Thread.currentThread());
    }

    private CompletableFuture<Optional<Thread>> meeting() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return border.meet(Thread::currentThread, LONG);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }
}
