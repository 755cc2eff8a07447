package io.daybook.query.rebuild;

/** The work is not wanted any more. */
final class Cancelled extends RuntimeException {

    Cancelled() {
        super("cancelled", null, false, false);
    }
}
