package io.daybook.api.log;

/** Follows the chain of hashes over events that come one after the other. */
@FunctionalInterface
public interface ChainCheck {

    /** Whether the event, by its position and its hash, is the next after the last one that was. */
    boolean follows(LoggedEvent next);
}
