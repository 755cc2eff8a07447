package io.daybook.http.iteration;

import static io.daybook.http.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.message.Door;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.request.Keyed;
import io.daybook.api.user.UserId;
import io.daybook.http.World;
import io.daybook.http.message.Call;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Done;
import io.daybook.http.refusal.Refused;
import io.daybook.http.request.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A command is under way for as long as the test holds the gate. */
class CombinerTest {

    private static final IterationId ITERATION = new IterationId(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final World world = new World();
    private final Semaphore gate = new Semaphore(0);
    private final ExecutorService threads = Executors.newFixedThreadPool(64);
    private final Set<Thread> senders = ConcurrentHashMap.newKeySet();
    private Queues<ScalarPoint> queues = new Queues<>(point -> 1, 100, 1000);
    private Combiner<ScalarPoint> combiner = combiner(LONG);

    @BeforeEach
    void commands_wait_at_the_gate() {
        decide(log -> "logged");
    }

    @AfterEach
    void nothing_is_kept_of_idle_iterations() throws InterruptedException {
        gate.release(100_000);
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(queues.lanes()).isZero();
    }

    private void decide(Function<LogScalar, Object> decision) {
        world.command(LogScalar.class, log -> {
            senders.add(Thread.currentThread());
            try {
                if (!gate.tryAcquire(20, TimeUnit.SECONDS)) throw new IllegalStateException("the gate stayed shut");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return decision.apply(log);
        });
    }

    private Combiner<ScalarPoint> combiner(Duration deadline) {
        Commands commands = new Commands(world.commands, LONG);
        return new Combiner<>(
                commands, (iteration, points) -> new LogScalar(iteration, ScalarPoints.of(points)), queues, deadline);
    }

    private static Call call(String requestId) {
        return new Call(new Caller(UserId.DEFAULT), Door.CRAYON, requestId, null, null);
    }

    private CompletableFuture<Done> log(IterationId iteration, int i) {
        ScalarPoint point = new ScalarPoint("x", i, i, i);
        return CompletableFuture.supplyAsync(() -> combiner.log(call("r" + i), iteration, point), threads);
    }

    /** One that is under way, and then others that wait, in order. */
    private List<CompletableFuture<Done>> crowd(int size) {
        List<CompletableFuture<Done>> crowd = new ArrayList<>();
        crowd.add(log(ITERATION, 0));
        until(() -> !senders.isEmpty());
        for (int i = 1; i < size; i++) {
            crowd.add(log(ITERATION, i));
            int waiting = i;
            until(() -> queues.waiting(new Lane(ITERATION, new Caller(UserId.DEFAULT), Door.CRAYON)) == waiting);
        }
        return crowd;
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("it did not come about in time");
            Thread.onSpinWait();
        }
    }

    private List<Integer> sizes() {
        return world.payloads(LogScalar.class).stream()
                .map(log -> log.points().size())
                .toList();
    }

    @Test
    void a_point_at_an_idle_iteration_goes_at_once() {
        gate.release();

        assertThat(log(ITERATION, 0).join().position()).isEqualTo(1);
        assertThat(sizes()).containsExactly(1);
    }

    @Test
    @Tag("ops-4.event.requests")
    void points_that_arrive_meanwhile_become_the_next_command_in_their_order() {
        List<CompletableFuture<Done>> crowd = crowd(5);
        gate.release(2);

        assertThat(crowd.get(0).join().position()).isEqualTo(1);
        assertThat(crowd.subList(1, 5))
                .allSatisfy(done -> assertThat(done.join().position()).isEqualTo(2));
        assertThat(sizes()).containsExactly(1, 4);
        assertThat(world.sent(LogScalar.class).getLast().getMetaData())
                .containsEntry(Meta.REQUEST_IDS, "r1 r2 r3 r4")
                .containsEntry(Meta.ACTOR, "1")
                .containsEntry(Meta.VIA, "crayon");
        ScalarPoints together = world.payloads(LogScalar.class).getLast().points();
        assertThat(IntStream.range(0, 4).mapToLong(together::stepAt)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void the_first_that_waits_sends_the_next_command() {
        List<CompletableFuture<Done>> crowd = crowd(3);
        gate.release(1);

        crowd.get(0).join();
        until(() -> senders.size() == 2);
        gate.release(1);
        assertThat(crowd.get(2).join().position()).isEqualTo(2);
    }

    @Test
    void a_refusal_hits_exactly_the_request_that_it_is_about() {
        decide(log -> {
            boolean full = IntStream.range(0, log.points().size())
                    .anyMatch(i -> log.points().stepAt(i) == 2);
            if (full) throw refusal(Refusal.ITERATION_FULL);
            return "logged";
        });
        List<CompletableFuture<Done>> crowd = crowd(3);
        gate.release(4);

        crowd.get(0).join();
        crowd.get(1).join();
        assertThatThrownBy(crowd.get(2)::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class,
                        cause -> assertThat(cause.details().refusal()).isEqualTo(Refusal.ITERATION_FULL));
        gate.release();
        assertThat(log(ITERATION, 9).join().position()).isPositive();
    }

    @Test
    void a_failure_does_not_block_the_iteration() {
        AtomicInteger turn = new AtomicInteger();
        decide(log -> {
            if (turn.incrementAndGet() < 3) throw new IllegalStateException("broken");
            return "logged";
        });
        List<CompletableFuture<Done>> crowd = crowd(4);
        gate.release(2);

        assertThat(crowd)
                .allSatisfy(failed -> assertThatThrownBy(failed::join).isInstanceOf(CompletionException.class));
        gate.release();
        assertThat(log(ITERATION, 9).join().position()).isEqualTo(1);
    }

    @Test
    void iterations_do_not_wait_for_each_other() {
        CompletableFuture<Done> held = log(ITERATION, 0);
        until(() -> senders.size() == 1);
        CompletableFuture<Done> other = log(new IterationId(2), 1);
        until(() -> senders.size() == 2);
        gate.release(2);

        held.join();
        other.join();
        assertThat(sizes()).containsExactly(1, 1);
    }

    @Test
    @Tag("ops-2.overload")
    void a_full_queue_refuses_and_keeps_what_waits() {
        queues = new Queues<>(point -> 1, 2, 1000);
        combiner = combiner(LONG);
        List<CompletableFuture<Done>> crowd = crowd(3);

        assertThatThrownBy(() -> log(ITERATION, 9).join()).cause().isInstanceOf(Refused.class);
        gate.release(2);
        assertThat(crowd.get(2).join().position()).isEqualTo(2);
    }

    @Test
    void a_command_takes_no_more_than_its_weight() {
        queues = new Queues<>(point -> 4, 100, 10);
        combiner = combiner(LONG);
        List<CompletableFuture<Done>> crowd = crowd(6);
        gate.release(4);

        crowd.forEach(CompletableFuture::join);
        assertThat(sizes()).containsExactly(1, 2, 2, 1);
    }

    @Test
    void one_point_that_is_too_heavy_goes_alone() {
        queues = new Queues<>(point -> 11, 100, 10);
        combiner = combiner(LONG);
        List<CompletableFuture<Done>> crowd = crowd(3);
        gate.release(3);

        crowd.forEach(CompletableFuture::join);
        assertThat(sizes()).containsExactly(1, 1, 1);
    }

    @Test
    @Tag("ops-2.overload.never")
    void who_has_waited_too_long_gives_up_and_nothing_of_it_is_logged() {
        CompletableFuture<Done> held = log(ITERATION, 0);
        until(() -> senders.size() == 1);
        combiner = combiner(Duration.ofMillis(1));

        assertThatThrownBy(() -> log(ITERATION, 1).join())
                .cause()
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nothing was logged");
        gate.release(1);
        held.join();
        assertThat(sizes()).containsExactly(1);
    }

    @Test
    void who_is_interrupted_gives_up_its_place() throws InterruptedException {
        CompletableFuture<Done> held = log(ITERATION, 0);
        until(() -> senders.size() == 1);
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread waiter = Thread.ofPlatform().start(() -> {
            try {
                combiner.log(call("r1"), ITERATION, new ScalarPoint("x", 1, 1, 1));
            } catch (Refused refused) {
                failure.complete(refused);
            }
        });
        until(() -> queues.waiting(new Lane(ITERATION, new Caller(UserId.DEFAULT), Door.CRAYON)) == 1);
        waiter.interrupt();

        assertThat(failure.join()).hasMessageContaining("stopping");
        waiter.join(20_000);
        gate.release(1);
        held.join();
    }

    @Test
    void a_request_with_a_key_goes_alone() {
        CompletableFuture<Done> held = log(ITERATION, 0);
        until(() -> senders.size() == 1);
        Call keyed = new Call(new Caller(UserId.DEFAULT), Door.CRAYON, "k", "k", new Keyed("request:k", "", 200, "ok"));
        CompletableFuture<Done> own = CompletableFuture.supplyAsync(
                () -> combiner.log(keyed, ITERATION, new ScalarPoint("x", 1, 1, 1)), threads);
        until(() -> senders.size() == 2);
        gate.release(2);

        held.join();
        own.join();
        assertThat(sizes()).containsExactly(1, 1);
        assertThat(world.sent(LogScalar.class).getLast().getMetaData()).containsKey(Meta.KEYED);
    }

    @Test
    void in_a_crowd_every_point_is_logged_once_or_refused_once() {
        gate.release(50_000);
        AtomicInteger turn = new AtomicInteger();
        Set<Long> logged = ConcurrentHashMap.newKeySet();
        decide(log -> {
            if (turn.incrementAndGet() % 7 == 0) throw refusal(Refusal.OVERLOADED);
            for (int i = 0; i < log.points().size(); i++) {
                assertThat(logged.add(log.points().stepAt(i))).isTrue();
            }
            return "logged";
        });

        List<CompletableFuture<Boolean>> all = IntStream.range(0, 5000)
                .mapToObj(i -> log(new IterationId(1 + i % 3), i).handle((done, failure) -> failure == null))
                .toList();

        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).join()).isEqualTo(logged.contains((long) i));
        }
    }
}
