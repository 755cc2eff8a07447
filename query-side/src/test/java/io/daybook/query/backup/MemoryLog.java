package io.daybook.query.backup;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.Meta;
import io.daybook.api.message.StoredType;
import io.daybook.query.LogDouble;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;

/** A log that is a list. */
final class MemoryLog extends LogDouble {

    private static final long NOON = 1_700_000_000_000L;

    private final List<LoggedEvent> events = new ArrayList<>();
    private final Serializer serializer = new StoredEvents();

    MemoryLog append(String aggregate, Object event) {
        byte[] payload = serializer.serialize(event, byte[].class).getData();
        StoredType type = StoredEvents.typeOf(event.getClass());
        return append(aggregate, type.name(), type.revision(), payload);
    }

    MemoryLog append(String aggregate, String type, String revision, byte[] payload) {
        long position = head() + 1;
        long sequence = read(new EventFilter(0, position, aggregate, java.util.Set.of()))
                .count();
        events.add(new LoggedEvent(
                position,
                "event-" + position,
                NOON + position,
                NOON + position,
                aggregate.substring(0, aggregate.indexOf('-')),
                aggregate,
                sequence,
                type,
                revision,
                Map.of(Meta.ACTOR, "1", Meta.VIA, "crayon", Meta.PROJECT, "1", Meta.REQUEST_IDS, "a b"),
                payload,
                new byte[32],
                Long.toString(position).repeat(32).substring(0, 32).getBytes(StandardCharsets.US_ASCII)));
        return this;
    }

    @Override
    public long head() {
        return events.size();
    }

    @Override
    public Stream<LoggedEvent> read(EventFilter filter) {
        return events.stream()
                .filter(event -> event.position() > filter.after() && event.position() <= filter.upTo())
                .filter(event ->
                        filter.aggregate() == null || filter.aggregate().equals(event.aggregateId()))
                .filter(event -> filter.types().isEmpty() || filter.types().contains(event.type()));
    }

    @Override
    public Optional<LoggedEvent> at(long position) {
        return read(new EventFilter(position - 1, position, null, java.util.Set.of()))
                .findFirst();
    }
}
