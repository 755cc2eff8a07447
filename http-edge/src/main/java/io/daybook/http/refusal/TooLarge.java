package io.daybook.http.refusal;

/** The body is longer than the limit. */
public final class TooLarge extends RuntimeException {

    public TooLarge(long limit) {
        super("the body is longer than the limit of " + limit + " bytes", null, false, false);
    }
}
