package io.daybook.http.refusal;

/** Nothing is served at that path, on that port. */
public final class UnknownPath extends RuntimeException {

    public UnknownPath() {
        super("nothing is served at this path", null, false, false);
    }
}
