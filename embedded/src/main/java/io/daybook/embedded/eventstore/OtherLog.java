package io.daybook.embedded.eventstore;

/** The shared log is not the one that this node has a copy of; the message tells an operator how that shows. */
public final class OtherLog extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    OtherLog(String message) {
        super(message);
    }
}
