package io.daybook.embedded.log;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The last durable place of the log, and those who wait for the next one. */
public final class Head {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile Place place = Place.START;

    public Place place() {
        return place;
    }

    public void moveTo(Place reached) {
        lock.lock();
        try {
            place = reached;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for an event beyond {@code position}; false when none came within the time. */
    public boolean awaitBeyond(long position, long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        if (place.position() > position) return true;
        lock.lockInterruptibly();
        try {
            while (place.position() <= position && nanos > 0) nanos = moved.awaitNanos(nanos);
            return place.position() > position;
        } finally {
            lock.unlock();
        }
    }
}
