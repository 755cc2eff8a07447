package io.daybook.api.backup;

/** What became of a restore. */
public sealed interface Restored {

    /**
     * @param position of the log's last event now
     * @param hash of the chain there, lower-case hex
     * @param events how many came from the zip
     * @param artifacts how many files came with them
     */
    record Done(long position, String hash, long events, long artifacts) implements Restored {}

    /** @param reason one sentence that says what is wrong with the zip, or with what was asked of it */
    record Broken(String reason) implements Restored {}

    /** @param reason one sentence that says why the zip, sound or not, cannot go on top of what is here */
    record Misfit(String reason) implements Restored {}
}
