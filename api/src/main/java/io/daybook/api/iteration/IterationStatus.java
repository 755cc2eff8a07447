package io.daybook.api.iteration;

public enum IterationStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    KILLED
}
