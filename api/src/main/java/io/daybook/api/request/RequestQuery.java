package io.daybook.api.request;

/** Asked of the command side, since its answer decides what is written. */
public sealed interface RequestQuery {

    /**
     * The {@link Answer} that {@code request} was given within the last 24 hours, or {@link Answer#NONE}. Refused with
     * IDEMPOTENCY_KEY_REUSED when it was given for another body.
     */
    record FindAnswer(String request, String bodyHash) implements RequestQuery {}
}
