package io.daybook.query.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.daybook.api.documents.Documents;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import io.daybook.query.documents.MemoryDocuments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.Test;

class PastsTest {

    private final Pasts pasts = new Pasts(Duration.ofMillis(50));
    private final Pasts patient = new Pasts(Duration.ofSeconds(20));
    private final AtomicInteger fillings = new AtomicInteger();
    private final List<Documents> made = new ArrayList<>();

    private static Wanted wanted(long position) {
        return new Wanted(position, "hash", List.of(), List.of());
    }

    private synchronized Former fill(Wanted wanted) {
        fillings.incrementAndGet();
        Documents documents = new MemoryDocuments();
        made.add(documents);
        return new Former(documents, List.of(), Set.of());
    }

    private static boolean isClosed(Documents documents) {
        try {
            documents.get("any", "id");
            return false;
        } catch (IllegalStateException closed) {
            return true;
        }
    }

    @Test
    void what_was_filled_is_read_again() throws Exception {
        for (int i = 0; i < 3; i++) pasts.hold(wanted(1), this::fill).close();
        try (Held one = pasts.hold(wanted(1), this::fill);
                Held other = pasts.hold(wanted(1), this::fill)) {
            assertThat(one.former()).isSameAs(other.former());
        }

        assertThat(fillings).hasValue(1);
    }

    @Test
    void another_log_at_the_same_position_is_another_past() throws Exception {
        pasts.hold(wanted(1), this::fill).close();
        pasts.hold(new Wanted(1, "another hash", List.of(), List.of()), this::fill)
                .close();

        assertThat(fillings).hasValue(2);
    }

    @Test
    void there_are_never_more_than_a_few_and_the_one_read_least_lately_goes() throws Exception {
        for (int i = 1; i <= Pasts.MOST; i++) pasts.hold(wanted(i), this::fill).close();
        pasts.hold(wanted(1), this::fill).close();

        pasts.hold(wanted(99), this::fill).close();

        assertThat(made).map(PastsTest::isClosed).containsExactly(false, true, false, false, false);
    }

    @Test
    void when_all_are_being_read_another_is_told_to_come_back() throws Exception {
        List<Held> held = new ArrayList<>();
        for (int i = 1; i <= Pasts.MOST; i++) held.add(pasts.hold(wanted(i), this::fill));

        assertThatExceptionOfType(QueryExecutionException.class)
                .isThrownBy(() -> pasts.hold(wanted(99), this::fill))
                .satisfies(refused -> assertThat(refused.<RefusalDetails>getDetails()
                                .orElseThrow()
                                .refusal())
                        .isEqualTo(Refusal.OVERLOADED));

        held.getFirst().close();
        pasts.hold(wanted(99), this::fill).close();
    }

    @Test
    void two_who_want_the_same_have_it_filled_once() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        FutureTask<Former> one = new FutureTask<>(() -> filledBehind(gate));
        FutureTask<Former> other = new FutureTask<>(() -> filledBehind(gate));
        for (FutureTask<Former> each : List.of(one, other))
            untilItWaits(Thread.ofPlatform().start(each));

        gate.countDown();

        assertThat(other.get(20, TimeUnit.SECONDS)).isSameAs(one.get(20, TimeUnit.SECONDS));
        assertThat(fillings).hasValue(1);
    }

    private Former filledBehind(CountDownLatch gate) throws InterruptedException {
        try (Held held = patient.hold(wanted(1), wanted -> filled(wanted, gate))) {
            return held.former();
        }
    }

    private Former filled(Wanted wanted, CountDownLatch gate) {
        try {
            if (!gate.await(20, TimeUnit.SECONDS)) throw new IllegalStateException("the gate stayed shut");
            return fill(wanted);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static void untilItWaits(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
    }

    @Test
    void what_could_not_be_filled_leaves_its_place() throws Exception {
        for (int i = 0; i <= Pasts.MOST; i++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> pasts.hold(wanted(1), wanted -> {
                        throw new IllegalStateException("the log cannot be read");
                    }));
        }

        pasts.hold(wanted(1), this::fill).close();
        assertThat(fillings).hasValue(1);
    }

    @Test
    void closing_closes_what_nobody_reads_and_the_rest_when_it_is_left() throws Exception {
        pasts.hold(wanted(1), this::fill).close();
        Held held = pasts.hold(wanted(2), this::fill);

        pasts.close();
        assertThat(made).map(PastsTest::isClosed).containsExactly(true, false);
        held.close();

        assertThat(made).map(PastsTest::isClosed).containsExactly(true, true);
        assertThatExceptionOfType(QueryExecutionException.class).isThrownBy(() -> pasts.hold(wanted(3), this::fill));
    }
}
