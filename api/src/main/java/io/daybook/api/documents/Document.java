package io.daybook.api.documents;

/**
 * A stored document.
 *
 * @param position the event up to which it is applied: an event at or before it changes nothing here
 * @param body BSON
 */
public record Document(String id, long position, byte[] body) {}
