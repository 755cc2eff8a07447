package io.daybook.query.view;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far each view has come, by name, and a place to wait for it. */
public final class ViewPositions {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition awaited = lock.newCondition();

    /** Changed with the lock, for those who wait; read without it by each query. */
    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    private final Map<String, Integer> waiting = new HashMap<>();

    /** The position up to which the view has everything; 0 when it has nothing yet. */
    public long of(String view) {
        return positions.getOrDefault(view, 0L);
    }

    /** Waits until the view has come to {@code position}: whether it has, by the end of {@code wait}. */
    public boolean await(String view, long position, Duration wait) throws InterruptedException {
        return awaitUntil(view, position, System.nanoTime() + wait.toNanos());
    }

    boolean awaitUntil(String view, long position, long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return positions.getOrDefault(view, 0L) >= position || comes(view, position, deadline);
        } finally {
            lock.unlock();
        }
    }

    private boolean comes(String view, long position, long deadline) throws InterruptedException {
        waiting.merge(view, 1, Integer::sum);
        awaited.signalAll();
        try {
            long left = deadline - System.nanoTime();
            while (left > 0 && positions.getOrDefault(view, 0L) < position) left = moved.awaitNanos(left);
            return positions.getOrDefault(view, 0L) >= position;
        } finally {
            waiting.computeIfPresent(view, (same, readers) -> readers == 1 ? null : readers - 1);
        }
    }

    /** Waits until a reader waits for the view: whether one does, by the end of {@code most}. */
    boolean awaitReader(String view, Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (left > 0 && !waiting.containsKey(view)) left = awaited.awaitNanos(left);
            return waiting.containsKey(view);
        } finally {
            lock.unlock();
        }
    }

    /** No view is known to have anything: whoever waits goes on waiting. */
    public void forget() {
        lock.lock();
        try {
            positions.clear();
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
