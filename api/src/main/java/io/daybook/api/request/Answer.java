package io.daybook.api.request;

/** The answer once given: an HTTP status and a body. */
public record Answer(int status, String body) {

    public static final Answer NONE = new Answer(0, "");
}
