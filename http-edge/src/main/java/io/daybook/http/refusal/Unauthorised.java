package io.daybook.http.refusal;

/** Nobody is known to ask. */
public final class Unauthorised extends RuntimeException {

    /** As the tracking API's envelope names it. */
    public enum Code {
        TOKEN_MISSING,
        TOKEN_INVALID,
        TOKEN_EXPIRED,
        TOKEN_PAYLOAD_INVALID,
        INVALID_CREDENTIALS
    }

    private final Code code;

    public Unauthorised(Code code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
