package io.daybook.api.tag;

public sealed interface TagQuery {

    /** A {@link TagView}; refused with UNKNOWN_TAG. */
    record FindTag(TagId id) implements TagQuery {}

    /** A list of {@link TagView} by the id of their association. */
    record FindTags(Bearer bearer) implements TagQuery {}
}
