package io.daybook.api.refusal;

/** A fact that stands against what was asked. The edge alone knows which status a protocol gives it. */
public enum Refusal {
    /** No experiment goes by that name or id. */
    UNKNOWN_EXPERIMENT,
    /** No series of that name and kind in the experiment. */
    UNKNOWN_SERIES,
    UNKNOWN_ITERATION,
    /** The experiment is stopped or finished, and takes nothing new. */
    EXPERIMENT_NOT_IN_PROGRESS,
    /** Another experiment goes by that name. */
    EXPERIMENT_NAME_TAKEN,
    PARENT_OF_OTHER_EXPERIMENT,
    ITERATION_ALREADY_FINALISED,
    /** The iteration holds as many points as one can. */
    ITERATION_FULL,
    IDEMPOTENCY_KEY_REUSED,
    /** The view did not reach the position in time. */
    PROJECTION_BEHIND,
    /** A bounded queue is full, or a lock was not had in time. */
    OVERLOADED,
    /** Nothing can be made durable at the moment. */
    STORE_UNAVAILABLE
}
