package io.daybook.server.content;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.StoredType;
import io.daybook.api.resource.Content;
import io.daybook.api.resource.ContentStore;
import io.daybook.api.resource.ResourceEvent.ResourceChanged;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** Deletes bytes that no event of the whole log names: of uploads that were refused late, or cut off by a crash. */
public final class Sweep {

    /** No upload waits so long for its event. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private static final Set<String> TYPES =
            Set.of(StoredType.ResourceCreated.name(), StoredType.ResourceChanged.name());

    private final EventLog log;
    private final Serializer serializer;
    private final ContentStore store;

    public Sweep(EventLog log, Serializer serializer, ContentStore store) {
        this.log = log;
        this.serializer = serializer;
        this.store = store;
    }

    /**
     * A log that names nothing sweeps nothing: it is more likely the wrong one for this store than the store is to hold
     * nothing but leftovers.
     *
     * @return how many objects were deleted
     */
    public int run() throws IOException {
        Instant before = Instant.now().minus(YOUNG);
        Set<String> named = named();
        return named.isEmpty() ? 0 : store.sweep(named, before);
    }

    private Set<String> named() {
        Set<String> named = new HashSet<>();
        try (Stream<LoggedEvent> events = log.read(new EventFilter(0, log.head(), null, TYPES))) {
            events.forEach(event -> {
                Content content = content(event);
                if (content != null) named.add(content.hash());
            });
        }
        return named;
    }

    private @Nullable Content content(LoggedEvent event) {
        var type = new SimpleSerializedType(event.type(), event.revision());
        Object payload = serializer.deserialize(new SimpleSerializedObject<>(event.payload(), byte[].class, type));
        return switch (payload) {
            case ResourceCreated created -> created.content();
            case ResourceChanged changed -> changed.content();
            default -> throw new IllegalStateException("not asked for: " + event.type());
        };
    }
}
