package io.daybook.http.message;

/** @param position that the answer is true for; below 0 when the answerer does not tell */
public record Answered<R>(R value, long position) {

    /** Stands in an answer to a write for the position of its last event, which is known only afterwards. */
    public static final String POSITION = "{position}";
}
