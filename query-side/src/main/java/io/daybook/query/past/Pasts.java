package io.daybook.query.past;

import io.daybook.api.refusal.Refusal;
import io.daybook.query.refusal.Refused;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A few filled views of the past. The pages of one answer are read from the same, and whoever asks again soon does not
 * wait for the log to be read again. They never change, so that any number may read them.
 */
final class Pasts implements AutoCloseable {

    static final int MOST = 4;

    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Wanted, Place> places = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    /** What is being filled, or is there; guarded by the lock. */
    private static final class Place {
        private @Nullable Former former;
        private int readers = 1;
        private long left;
    }

    /** @param patience how long a read waits for its turn, or for another that fills what it needs */
    Pasts(Duration patience) {
        this.patience = patience;
    }

    /** What is wanted; it is filled unless it is there. */
    Held hold(Wanted wanted, Function<Wanted, Former> filling) throws InterruptedException {
        Place place = enter(wanted);
        boolean there = false;
        try {
            Held held = new Held(filled(place, wanted, filling), () -> leave(wanted, place));
            there = true;
            return held;
        } finally {
            if (!there) leave(wanted, place);
        }
    }

    private Place enter(Wanted wanted) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (true) {
                if (closed) throw Refused.query(Refusal.OVERLOADED, "the server is stopping");
                Place entered = tryEnter(wanted);
                if (entered != null) return entered;
                if (nanos <= 0) throw overloaded();
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private static RuntimeException overloaded() {
        return Refused.query(
                Refusal.OVERLOADED, "so much is being read of earlier moments that there was no turn in time");
    }

    private @Nullable Place tryEnter(Wanted wanted) {
        Place there = places.get(wanted);
        if (there != null && there.former == null) return null;
        if (there != null) {
            there.readers++;
            return there;
        }
        clear(System.nanoTime());
        if (places.size() >= MOST) return null;
        Place fresh = new Place();
        places.put(wanted, fresh);
        return fresh;
    }

    /** Closes what nobody has read for a while, and makes room if there is none. */
    private void clear(long now) {
        boolean full = places.size() >= MOST;
        for (Iterator<Place> each = places.values().iterator(); each.hasNext(); ) {
            Place place = each.next();
            Former former = place.former;
            if (place.readers > 0 || former == null || !(full || now - place.left > KEPT_NANOS)) continue;
            each.remove();
            former.close();
            full = false;
        }
    }

    private Former filled(Place place, Wanted wanted, Function<Wanted, Former> filling) {
        Former there = place.former;
        if (there != null) return there;
        Former fresh = filling.apply(wanted);
        lock.lock();
        try {
            place.former = fresh;
            changed.signalAll();
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Wanted wanted, Place place) {
        lock.lock();
        try {
            place.readers--;
            place.left = System.nanoTime();
            if (place.former == null) places.remove(wanted);
            else if (closed && place.readers == 0) place.former.close();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            for (Place place : places.values()) {
                if (place.readers == 0 && place.former != null) place.former.close();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
