package io.daybook.api.experiment;

/** An experiment's number, from 1. */
public record ExperimentId(long value) {

    public ExperimentId {
        if (value < 1) throw new IllegalArgumentException("an experiment id is 1 or more, not " + value);
    }

    @Override
    public String toString() {
        return "experiment-" + value;
    }
}
