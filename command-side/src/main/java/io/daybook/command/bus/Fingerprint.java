package io.daybook.command.bus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregate keeps of a text that it never reads, but must tell from another one: a short text itself, the
 * SHA-256 of a long one. The two cannot be mistaken for each other, since a hash is longer than any short text.
 */
public final class Fingerprint {

    private static final int SHORT = 40;

    private Fingerprint() {}

    public static String of(String text) {
        if (text.length() <= SHORT) return text;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }

    /** Of several texts in their order; each is told from its neighbours by its length. */
    public static String of(String... texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) all.append(text.length()).append(':').append(text);
        return of(all.toString());
    }

    /** What is wanted, when it is another text than the one {@code kept} was taken of; else null. */
    public static @Nullable String changed(String kept, @Nullable String wanted) {
        return wanted == null || kept.equals(of(wanted)) ? null : wanted;
    }
}
