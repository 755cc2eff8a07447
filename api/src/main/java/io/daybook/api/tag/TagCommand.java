package io.daybook.api.tag;

import org.axonframework.commandhandling.RoutingKey;

public sealed interface TagCommand {

    /**
     * Attaches the tag of that value, which is created when there is none. Refused with TAG_ALREADY_ATTACHED, the
     * bearer's UNKNOWN_…, or ITERATION_ALREADY_FINALISED. Answers with {@code associationId}.
     *
     * @param freshTag the id that the tag gets if it has to be created
     */
    record AttachTag(@RoutingKey TagValue value, TagId freshTag, long associationId, Bearer bearer)
            implements TagCommand {}

    /** Refused with UNKNOWN_TAG when the bearer does not bear it. */
    record DetachTag(@RoutingKey TagId tag, Bearer bearer) implements TagCommand {}

    /** Its associations go with it. */
    record DeleteTag(@RoutingKey TagId tag) implements TagCommand {}
}
