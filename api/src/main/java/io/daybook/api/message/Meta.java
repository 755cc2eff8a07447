package io.daybook.api.message;

/** Keys of message metadata. All values are strings. */
public interface Meta {

    /** On commands and events: the acting user's id, as decimal text. */
    String ACTOR = "actor";

    /** On commands and events: the {@link Door} in lower case. */
    String VIA = "via";

    /** On events: the id of the project it belongs to, as decimal text; absent for users, sequences and requests. */
    String PROJECT = "project";

    /** On commands and events: ids of all requests that it answers, joined by one space. */
    String REQUEST_IDS = "requestIds";

    /** On events: the idempotency key that was sent. */
    String IDEMPOTENCY_KEY = "idempotencyKey";

    /** On commands only: a {@link io.daybook.api.request.Keyed}, its four parts joined by NUL. */
    String KEYED = "keyed";

    /** On queries: the position that the view must have reached; absent for the head, {@code 0} for none. */
    String POSITION = "position";

    /** On queries: answer as of this moment, a position or an instant; absent for the present. */
    String AS_OF = "asOf";

    /** On command results and query responses: the position that the answer is true for, as decimal text. */
    String ANSWERED_AT = "answeredAt";

    /**
     * On query responses: the aggregates whose parked events the answer lacks, as they stand in a header, see {@link
     * io.daybook.api.ops.DeadLetters}; absent when it lacks none.
     */
    String DEGRADED = "degraded";
}
