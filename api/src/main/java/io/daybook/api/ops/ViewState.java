package io.daybook.api.ops;

import org.jspecify.annotations.Nullable;

/**
 * How a view is.
 *
 * @param position up to which it has everything
 * @param head of the log
 * @param eventsPerSecond by which it has moved over the last seconds
 * @param documents counted a few seconds ago at most; longer ago when counting takes long
 * @param rebuild that is going on
 */
public record ViewState(
        String name,
        Condition condition,
        long position,
        long head,
        double eventsPerSecond,
        long documents,
        @Nullable RebuildReport rebuild) {

    public enum Condition {
        /** It has what the log had two seconds ago. */
        LIVE,
        CATCHING_UP,
        /**
         * Its last try failed, it does not run at all, or nothing can be written where it is kept. It goes on by itself
         * when the cause is gone.
         */
        STOPPED
    }

    public long lag() {
        return Math.max(0, head - position);
    }
}
