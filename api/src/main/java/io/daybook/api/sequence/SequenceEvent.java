package io.daybook.api.sequence;

public sealed interface SequenceEvent {

    /** The ids from {@code first} to {@code last}, both included, are somebody's. */
    record IdsLeased(String sequence, long first, long last) implements SequenceEvent {}
}
