package io.daybook.api.refusal;

import org.jspecify.annotations.Nullable;

/**
 * Travels as the details of a refused command or query.
 *
 * @param message one sentence for people
 * @param degraded as {@link io.daybook.api.message.Meta#DEGRADED}: what is missed may be only parked
 */
public record RefusalDetails(
        Refusal refusal, String message, @Nullable String degraded) {

    public RefusalDetails(Refusal refusal, String message) {
        this(refusal, message, null);
    }

    public RefusalDetails degradedBy(String aggregates) {
        return new RefusalDetails(refusal, message, aggregates);
    }
}
