package io.daybook.api.log;

import io.daybook.api.message.Meta;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events to read, in order.
 *
 * @param after only positions above it; 0 for all
 * @param upTo only positions up to it
 * @param aggregate only this aggregate's id, such as {@code iteration-7}
 * @param types only these types; empty for all
 * @param origin only events that came about like this
 */
public record EventFilter(long after, long upTo, @Nullable String aggregate, Set<String> types, Origin origin) {

    public static final EventFilter ALL = new EventFilter(0, Long.MAX_VALUE, null, Set.of());

    public EventFilter {
        types = Set.copyOf(types);
    }

    public EventFilter(long after, long upTo, @Nullable String aggregate, Set<String> types) {
        this(after, upTo, aggregate, types, Origin.ANY);
    }

    /** The same, from another position on. */
    public EventFilter after(long position) {
        return new EventFilter(position, upTo, aggregate, types, origin);
    }

    /** The same, up to another position. */
    public EventFilter upTo(long position) {
        return new EventFilter(after, position, aggregate, types, origin);
    }

    /**
     * Values of {@link io.daybook.api.message.Meta}; null for any.
     *
     * @param project id of the project that the event belongs to
     */
    public record Origin(
            @Nullable String project,
            @Nullable String actor,
            @Nullable String via) {

        public static final Origin ANY = new Origin(null, null, null);

        public boolean lets(Map<String, String> metadata) {
            return lets(project, metadata.get(Meta.PROJECT))
                    && lets(actor, metadata.get(Meta.ACTOR))
                    && lets(via, metadata.get(Meta.VIA));
        }

        private static boolean lets(@Nullable String wanted, @Nullable String found) {
            return wanted == null || wanted.equals(found);
        }
    }
}
