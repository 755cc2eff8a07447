package io.daybook.api.log;

import org.jspecify.annotations.Nullable;

/**
 * What recomputing the chain found.
 *
 * @param to the last position that was checked
 * @param hash of the event at {@code to}, lower-case hex
 * @param firstBad the first position that is not what was written, or null
 * @param reason what is wrong there, or null
 */
public record ChainReport(
        boolean verified,
        long from,
        long to,
        String hash,
        @Nullable Long firstBad,
        @Nullable String reason) {}
