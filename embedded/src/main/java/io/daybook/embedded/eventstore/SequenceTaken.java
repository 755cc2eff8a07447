package io.daybook.embedded.eventstore;

/** Another node was first to append to the aggregate. */
final class SequenceTaken extends Exception {

    private static final long serialVersionUID = 1L;

    SequenceTaken() {
        super("the shared log has another event of this sequence");
    }
}
