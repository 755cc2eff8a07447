package io.daybook.api.log;

/**
 * The head of the log at some time, signed: what was in the log up to it cannot be rewritten unnoticed by whoever does not
 * have the key.
 *
 * @param hash of the chain at that position, lower-case hex
 * @param timestamp of the event there, a UTC instant with milliseconds
 * @param signature Ed25519 over {@link #signed()}, Base64
 * @param publicKey the raw 32 bytes, Base64; by itself it proves nothing
 */
public record Checkpoint(long position, String hash, String timestamp, String signature, String publicKey) {

    private static final String FORMAT = "daybook-checkpoint-v1";

    /** The text that is signed. */
    public String signed() {
        return text(position, hash, timestamp);
    }

    /** The text that is signed, ASCII. */
    public static String text(long position, String hash, String timestamp) {
        return FORMAT + "\n" + position + "\n" + hash + "\n" + timestamp + "\n";
    }
}
