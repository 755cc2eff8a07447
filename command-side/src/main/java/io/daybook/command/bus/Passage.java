package io.daybook.command.bus;

import io.daybook.api.refusal.Refusal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets commands through side by side, and now and then none: when the log that they are decided on is changed otherwise. */
public final class Passage {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Duration patience;

    public Passage(Duration patience) {
        this.patience = patience;
    }

    /** To be left again. */
    void enter() {
        take(lock.readLock(), "the log is being restored; try again");
    }

    void leave() {
        lock.readLock().unlock();
    }

    /** Does something while nobody is inside. */
    public <T> T without(Supplier<T> work) {
        take(lock.writeLock(), "commands are under way; try again");
        try {
            return work.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void take(Lock side, String why) {
        try {
            if (side.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw Refuse.command(Refusal.OVERLOADED, why);
    }
}
