package io.daybook.api.refusal;

/** A fact that stands against what was asked. The edge alone knows which status a protocol gives it. */
public enum Refusal {
    UNKNOWN_USER,
    UNKNOWN_PERMISSION,
    UNKNOWN_PROJECT,
    /** No experiment goes by that name or id. */
    UNKNOWN_EXPERIMENT,
    /** No series of that name and kind in the experiment. */
    UNKNOWN_SERIES,
    UNKNOWN_ITERATION,
    UNKNOWN_PARAMETER,
    UNKNOWN_METRIC,
    UNKNOWN_RESOURCE,
    UNKNOWN_TAG,
    UNKNOWN_MODEL,
    UNKNOWN_MODEL_VERSION,
    UNKNOWN_VIEW,
    UNKNOWN_REBUILD,
    /** Whoever asks does not exist any more. */
    CALLER_GONE,
    ADMIN_REQUIRED,
    /** Neither an admin nor the user that it is about. */
    SAME_USER_REQUIRED,
    /** No permission row in the project, or not with the flag that it takes. */
    PROJECT_PERMISSION_REQUIRED,
    /** What is asked about belongs to no project that is known, so nobody but an admin has rights in it. */
    OWNER_NOT_FOUND,
    USERNAME_TAKEN,
    /** The user called default can neither go nor lose its rank. */
    DEFAULT_USER_STAYS,
    /** The user has a permission row in the project already. */
    RIGHTS_ALREADY_GRANTED,
    /** The experiment is stopped or finished, and takes nothing new. */
    EXPERIMENT_NOT_IN_PROGRESS,
    /** The name is empty, or is none that Crayon clients could use for an experiment that they know. */
    NAME_NOT_USABLE,
    /** Another experiment goes by that name. */
    EXPERIMENT_NAME_TAKEN,
    PARENT_OF_OTHER_EXPERIMENT,
    ITERATION_ALREADY_FINALISED,
    /** The iteration holds as many points, or parameters, as one can. */
    ITERATION_FULL,
    /** The highest step there is has been used under that key: no next one follows. */
    NO_NEXT_STEP,
    TAG_ALREADY_ATTACHED,
    /** Another model of the project goes by that name. */
    MODEL_NAME_TAKEN,
    /** The iteration or the resource is not in the model's project. */
    IN_OTHER_PROJECT,
    /** A model version points at it, or into it. */
    REFERENCED_BY_MODEL_VERSION,
    /** A project holds as many permission rows, or a model as many versions, as it can. */
    NUMBERS_USED_UP,
    /** One view is rebuilt, or rolled back, at a time. */
    REBUILD_RUNNING,
    /** It cannot be cancelled any more. */
    REBUILD_ENDED,
    /** There is nothing that a view could be rolled back to. */
    NO_SWITCH_BEFORE,
    IDEMPOTENCY_KEY_REUSED,
    /** A backup of a whole server does not go on top of what this one holds. */
    BACKUP_DOES_NOT_FIT,
    /** The view did not reach the position in time. */
    PROJECTION_BEHIND,
    /** What is asked about is still to come. */
    MOMENT_AHEAD,
    /** A bounded queue is full, or a lock was not had in time. */
    OVERLOADED,
    /** Nothing can be made durable at the moment. */
    STORE_UNAVAILABLE
}
