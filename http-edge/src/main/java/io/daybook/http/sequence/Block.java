package io.daybook.http.sequence;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.sequence.Lease;
import io.daybook.api.sequence.SequenceCommand.LeaseIds;
import io.daybook.api.sequence.SequenceName;
import io.daybook.http.message.Call;
import io.daybook.http.message.Commands;
import io.daybook.http.refusal.Refused;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** The ids of one sequence that are leased and not yet given away. */
final class Block {

    private static final int FIRST = 8;

    private final ReentrantLock lock = new ReentrantLock();
    private final Commands commands;
    private final Duration deadline;
    private final SequenceName sequence;
    private final int largest;

    private long next = 1;
    private long last;
    private int size;

    Block(Commands commands, Duration deadline, SequenceName sequence, int largest) {
        this.commands = commands;
        this.deadline = deadline;
        this.sequence = sequence;
        this.largest = largest;
        this.size = Math.min(FIRST, largest);
    }

    long next(Call call) {
        enter();
        try {
            if (next > last) lease(call);
            return next++;
        } finally {
            lock.unlock();
        }
    }

    private void lease(Call call) {
        Object result =
                commands.send(call.unfinished(), new LeaseIds(sequence, size)).result();
        if (!(result instanceof Lease lease)) throw new IllegalStateException("no lease, but " + result);
        next = lease.first();
        last = lease.last();
        size = Math.min(2 * size, largest);
    }

    /** Whoever leases holds the lock meanwhile, so that the others share the block. */
    private void enter() {
        try {
            if (lock.tryLock(deadline.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(Refusal.OVERLOADED, "no id was to be had in time");
    }
}
