package io.daybook.query.view;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far each view has come, by name, and a place to wait for it. */
public final class ViewPositions {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, Long> positions = new HashMap<>();

    /** The position up to which the view has everything; 0 when it has nothing yet. */
    public long of(String view) {
        lock.lock();
        try {
            return positions.getOrDefault(view, 0L);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the view has come to {@code position}: whether it has, by the end of {@code wait}. */
    public boolean await(String view, long position, Duration wait) throws InterruptedException {
        return awaitUntil(view, position, System.nanoTime() + wait.toNanos());
    }

    boolean awaitUntil(String view, long position, long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (positions.getOrDefault(view, 0L) < position) {
                long left = deadline - System.nanoTime();
                if (left <= 0) return false;
                moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The view stands at {@code position}, which is lower than before when its documents were lost. */
    void set(String view, long position) {
        lock.lock();
        try {
            positions.put(view, position);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
