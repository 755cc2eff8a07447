package io.daybook.api.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signed heads of the log: made, kept and compared with it. */
public interface Checkpoints {

    /** Signs the head, and keeps that. */
    Checkpoint make();

    /** Signs the log as it is up to a position that it has reached, and does not keep that. */
    Checkpoint sign(long position);

    /** The keys that a signature counts by, this server's first: the raw 32 bytes of each, Base64. */
    List<String> publicKeys();

    /** All that are kept, by their positions. */
    List<Checkpoint> all();

    /** Whether the log up to the checkpoint's position is what was signed. */
    Verdict check(Checkpoint checkpoint);

    /**
     * Recomputes the chain over the positions {@code from} to {@code to}, both included, and compares it with all
     * checkpoints that are kept: one that is beyond the end tells that the end was cut off ({@code MISSING}), one whose hash
     * is another that the log was rewritten ({@code CHECKPOINT}).
     */
    ChainReport verify(long from, long to);

    /** @param reason null when it is */
    record Verdict(
            boolean verified, long position, @Nullable Reason reason) {}

    /** What is wrong. */
    enum Reason {
        /** The log has another event there, or other events before it. */
        HASH,
        /** Another text was signed, or nothing. */
        SIGNATURE,
        /** It was signed by somebody who is not trusted here. */
        UNKNOWN_KEY,
        /** The log does not reach so far. */
        LENGTH
    }
}
