package io.daybook.api.refusal;

/**
 * Travels as the details of a refused command or query.
 *
 * @param message one sentence for people
 */
public record RefusalDetails(Refusal refusal, String message) {}
