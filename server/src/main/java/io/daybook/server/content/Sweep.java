package io.daybook.server.content;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.Freshness;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.resource.ContentStore;
import io.daybook.query.backup.whole.Named;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/** Deletes bytes that no event of the whole log names: of uploads that were refused late, or cut off by a crash. */
public final class Sweep {

    private final EventLog log;
    private final Freshness node;
    private final Serializer serializer;
    private final ContentStore store;
    private final Duration young;

    /**
     * @param node whose log is brought up to date before anything goes that it does not name
     * @param young for so long an upload may wait for its event
     */
    public Sweep(EventLog log, Freshness node, Serializer serializer, ContentStore store, Duration young) {
        this.log = log;
        this.node = node;
        this.serializer = serializer;
        this.store = store;
        this.young = young;
    }

    /**
     * A log that names nothing sweeps nothing: it is more likely the wrong one for this store than the store is to hold
     * nothing but leftovers.
     *
     * @return how many objects were deleted
     */
    public int run() throws IOException {
        Instant before = Instant.now().minus(young);
        node.await();
        Set<String> named = named();
        return named.isEmpty() ? 0 : store.sweep(named, before);
    }

    private Set<String> named() {
        Set<String> named = new HashSet<>();
        try (Stream<LoggedEvent> events = log.read(new EventFilter(0, log.head(), null, Named.TYPES))) {
            events.forEach(event -> Named.by(payload(event)).ifPresent(named::add));
        }
        return named;
    }

    private Object payload(LoggedEvent event) {
        var type = new SimpleSerializedType(event.type(), event.revision());
        return serializer.deserialize(new SimpleSerializedObject<>(event.payload(), byte[].class, type));
    }
}
