package io.daybook.api.tag;

public sealed interface TagEvent {

    long tagId();

    record TagCreated(long tagId, String value) implements TagEvent {}

    /** It is attached to nothing any more. */
    record TagDeleted(long tagId, String value) implements TagEvent {}
}
