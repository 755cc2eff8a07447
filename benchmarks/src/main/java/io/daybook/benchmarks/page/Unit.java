package io.daybook.benchmarks.page;

import java.util.Locale;

/** What a figure is counted in, and whether more of it is better. */
public enum Unit {
    SHARE(true, "%.2f"),
    PER_SECOND(true, "%,.0f/s"),
    MILLIS(false, "%.1f ms"),
    SECONDS(false, "%.1f s"),
    MEBIBYTES(false, "%,.0f MiB"),
    TIMES(false, "%.1f ×");

    private final boolean more;
    private final String format;

    Unit(boolean more, String format) {
        this.more = more;
        this.format = format;
    }

    public String text(double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** How much of the goal is reached: 1 is all of it, in either direction. */
    double share(double measured, double goal) {
        return more ? measured / goal : goal / measured;
    }
}
