package io.daybook.api.log;

/** How a node learns what others have written. */
@FunctionalInterface
public interface Freshness {

    /** For a node that has its log to itself. */
    Freshness ALONE = () -> {};

    /**
     * Returns once this node has every event that was acknowledged anywhere before the call.
     *
     * @throws RuntimeException which is also {@link io.daybook.api.refusal.Unavailable} when that takes too long
     */
    void await();
}
