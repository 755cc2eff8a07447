package io.daybook.http.message;

/** @param position that the answer is true for; below 0 when the answerer does not tell */
public record Answered<R>(R value, long position) {}
