package io.daybook.api.experiment;

public enum ExperimentStatus {
    IN_PROGRESS,
    STOPPED,
    FINISHED
}
