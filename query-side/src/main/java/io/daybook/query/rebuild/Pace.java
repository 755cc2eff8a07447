package io.daybook.query.rebuild;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How fast something goes that counts up, over the last seconds. */
final class Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long SPAN = 5 * SECOND;
    private static final long STEP = SECOND / 4;

    private final LongSupplier nanos;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private Mark latest = new Mark(0, Long.MAX_VALUE);

    private record Mark(long at, long count) {}

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void reached(long count) {
        if (count < latest.count()) marks.clear();
        latest = new Mark(nanos.getAsLong(), count);
        if (marks.isEmpty() || latest.at() - marks.getLast().at() >= STEP) marks.addLast(latest);
        while (marks.size() > 1 && latest.at() - marks.getFirst().at() > SPAN) marks.removeFirst();
    }

    /** 0 until it is known. */
    synchronized double perSecond() {
        Mark first = marks.peekFirst();
        if (first == null) return 0;
        long now = nanos.getAsLong();
        // what stands still marks nothing
        long until = now - latest.at() > SECOND ? now : latest.at();
        double seconds = (double) (until - first.at()) / SECOND;
        return seconds <= 0 ? 0 : Math.round((latest.count() - first.count()) / seconds * 10) / 10.0;
    }

    /** For so many more; null when nobody can know. */
    @Nullable Long secondsFor(long more) {
        double rate = perSecond();
        if (more <= 0) return 0L;
        return rate <= 0 ? null : (long) Math.ceil(more / rate);
    }
}
