package io.daybook.http.sequence;

import static io.daybook.http.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.message.Door;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.sequence.Lease;
import io.daybook.api.sequence.SequenceCommand.LeaseIds;
import io.daybook.api.sequence.SequenceName;
import io.daybook.api.user.UserId;
import io.daybook.http.World;
import io.daybook.http.message.Call;
import io.daybook.http.message.Commands;
import io.daybook.http.refusal.Refused;
import io.daybook.http.request.Caller;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdLeasesTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Call CALL = new Call(new Caller(UserId.DEFAULT), Door.CRAYON, "r", null, null);

    private final World world = new World();
    private final AtomicLong last = new AtomicLong();
    private final IdLeases ids = leasing(1024);

    private IdLeases leasing(int largest) {
        return new IdLeases(new Commands(world.commands, DEADLINE), DEADLINE, largest);
    }

    @BeforeEach
    void all_is_well() {
        world.command(LeaseIds.class, lease -> new Lease(last.get() + 1, last.addAndGet(lease.count())));
    }

    @Test
    void leases_larger_blocks_the_more_are_needed() {
        for (int i = 0; i < 5000; i++) ids.next(CALL, SequenceName.EXPERIMENT);

        assertThat(world.payloads(LeaseIds.class))
                .extracting(LeaseIds::count)
                .startsWith(8, 16, 32, 64, 128, 256, 512, 1024, 1024)
                .last()
                .isEqualTo(1024);
    }

    @Test
    void leases_no_more_at_once_than_it_may() {
        IdLeases single = leasing(1);
        for (int i = 0; i < 20; i++) single.next(CALL, SequenceName.EXPERIMENT);

        assertThat(world.payloads(LeaseIds.class))
                .hasSize(20)
                .extracting(LeaseIds::count)
                .containsOnly(1);
    }

    @Test
    void counts_each_sequence_for_itself() {
        ids.next(CALL, SequenceName.EXPERIMENT);
        ids.next(CALL, SequenceName.ITERATION);
        ids.next(CALL, SequenceName.EXPERIMENT);

        assertThat(world.payloads(LeaseIds.class))
                .containsExactly(new LeaseIds(SequenceName.EXPERIMENT, 8), new LeaseIds(SequenceName.ITERATION, 8));
    }

    @Test
    void gives_no_id_to_two_threads() {
        Queue<Long> given = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 3000; i++) threads.execute(() -> given.add(ids.next(CALL, SequenceName.ITERATION)));
        }

        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 3000).boxed().toList());
    }

    @Test
    void a_refused_lease_is_asked_for_again() {
        world.command(LeaseIds.class, lease -> {
            throw refusal(Refusal.STORE_UNAVAILABLE);
        });
        assertThatThrownBy(() -> ids.next(CALL, SequenceName.PROJECT)).isInstanceOf(Refused.class);

        all_is_well();
        assertThat(ids.next(CALL, SequenceName.PROJECT)).isEqualTo(1);
    }
}
