package io.daybook.embedded.log;

/**
 * An event's place in the log.
 *
 * @param moment the highest timestamp of all events up to here
 * @param hash of the chain up to here
 */
public record Place(long position, long moment, byte[] hash) {

    /** Before the first event. */
    public static final Place START = new Place(0, Long.MIN_VALUE, new byte[Chain.HASH_LENGTH]);
}
