package io.daybook.http.refusal;

/** Too many failures to sign in to one account from one address. */
public final class TooManyAttempts extends RuntimeException {

    private final long seconds;

    /** @param seconds until it makes sense to try again */
    public TooManyAttempts(long seconds) {
        super("too many failures to sign in; try again in " + seconds + " s", null, false, false);
        this.seconds = seconds;
    }

    public long seconds() {
        return seconds;
    }
}
