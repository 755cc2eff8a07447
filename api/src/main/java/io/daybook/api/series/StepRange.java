package io.daybook.api.series;

/** Steps from {@code first} to {@code last}, both included. */
public record StepRange(long first, long last) {

    public static final StepRange ALL = new StepRange(Long.MIN_VALUE, Long.MAX_VALUE);

    public boolean holds(long step) {
        return first <= step && step <= last;
    }
}
