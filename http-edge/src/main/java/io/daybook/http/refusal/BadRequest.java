package io.daybook.http.refusal;

/** The request cannot be understood; its message is one sentence that names what is wrong. */
public final class BadRequest extends RuntimeException {

    public BadRequest(String sentence) {
        super(sentence, null, false, false);
    }
}
