package io.daybook.query.rebuild;

import io.daybook.api.ops.ViewState.Condition;
import io.daybook.query.view.ViewCursor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** How a view keeps up with the log, looked at once a second. */
final class Gauge {

    private static final long LATELY = TimeUnit.SECONDS.toNanos(2);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);

    private final ViewCursor view;
    private final BooleanSupplier failing;
    private final LongSupplier nanos;
    private final Pace pace;
    private final Deque<Head> heads = new ArrayDeque<>();

    private record Head(long at, long position) {}

    /** @param failing whether the view's thread does not run, or its last try failed */
    Gauge(ViewCursor view, BooleanSupplier failing, LongSupplier nanos) {
        this.view = view;
        this.failing = failing;
        this.nanos = nanos;
        this.pace = new Pace(nanos);
    }

    ViewCursor cursor() {
        return view;
    }

    synchronized void look(long head) {
        pace.reached(view.position());
        heads.addLast(new Head(nanos.getAsLong(), head));
        // the first one is the last that is long enough ago
        while (heads.size() > 1 && isLongAgo(heads.stream().skip(1).findFirst().orElseThrow())) heads.removeFirst();
    }

    double perSecond() {
        return pace.perSecond();
    }

    Condition condition(long head) {
        if (failing.getAsBoolean() || view.silence().compareTo(LONGEST_SILENCE) > 0) return Condition.STOPPED;
        return view.position() >= expected(head) ? Condition.LIVE : Condition.CATCHING_UP;
    }

    private synchronized long expected(long head) {
        Head first = heads.peekFirst();
        return first != null && isLongAgo(first) ? first.position() : head;
    }

    private boolean isLongAgo(Head head) {
        return nanos.getAsLong() - head.at() >= LATELY;
    }
}
