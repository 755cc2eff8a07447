package io.daybook.query.view;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells once a second how far a view has come that has much to catch up with. */
final class FillProgress {

    static final long WORTH_TELLING = 10_000;

    private static final Logger logger = LoggerFactory.getLogger(FillProgress.class);
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final String view;
    private final LongSupplier nanos;
    private final long worthTelling;
    private long from;
    private long head;
    private long begun;
    private long told;

    FillProgress(String view, LongSupplier nanos) {
        this(view, nanos, WORTH_TELLING);
    }

    /** @param worthTelling so many events, or fewer, are not spoken of */
    FillProgress(String view, LongSupplier nanos, long worthTelling) {
        this.view = view;
        this.nanos = nanos;
        this.worthTelling = worthTelling;
    }

    void begin(long position, long newHead) {
        from = position;
        head = newHead - position > worthTelling ? newHead : 0;
        begun = nanos.getAsLong();
        told = begun;
    }

    void reached(long position) {
        if (head == 0) return;
        if (position >= head) {
            logger.info("view {} is filled: {} events", view, grouped(position));
            head = 0;
        } else if (nanos.getAsLong() - told >= INTERVAL) {
            told = nanos.getAsLong();
            logger.info("{}", line(position));
        }
    }

    String line(long position) {
        String percent = " (" + 100 * position / head + " %)";
        String text = "filling view " + view + ": " + grouped(position) + " of " + grouped(head) + " events" + percent;
        return position == from ? text : text + ", " + secondsLeft(position) + " s left";
    }

    private long secondsLeft(long position) {
        double elapsed = nanos.getAsLong() - begun;
        return Math.round(elapsed / (position - from) * (head - position) / TimeUnit.SECONDS.toNanos(1));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
