package io.daybook.api.log;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events to read, in order.
 *
 * @param after only positions above it; 0 for all
 * @param upTo only positions up to it
 * @param aggregate only this aggregate's id, such as {@code iteration-7}
 * @param types only these types; empty for all
 */
public record EventFilter(long after, long upTo, @Nullable String aggregate, Set<String> types) {

    public static final EventFilter ALL = new EventFilter(0, Long.MAX_VALUE, null, Set.of());

    public EventFilter {
        types = Set.copyOf(types);
    }
}
