package io.daybook.query.backup.whole;

import io.daybook.api.log.ChainCheck;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.StoredType;
import io.daybook.query.LogDouble;
import io.daybook.query.backup.StoredEvents;
import io.daybook.query.backup.line.StoredLine;
import io.daybook.query.backup.zip.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A log that is a list, whose hashes are over all that an event is. */
final class ChainedLog extends LogDouble {

    private static final long NOON = 1_700_000_000_000L;

    private final List<LoggedEvent> events = new ArrayList<>();
    private final StoredEvents serializer = new StoredEvents();
    private byte[] last = new byte[32];

    ChainedLog append(String aggregate, Object event) {
        StoredType type = StoredEvents.typeOf(event.getClass());
        byte[] payload = serializer.serialize(event, byte[].class).getData();
        long position = events.size() + 1;
        var unchained = new LoggedEvent(
                position,
                "event-" + position,
                NOON + position,
                NOON + position,
                aggregate.substring(0, aggregate.indexOf('-')),
                aggregate,
                0L,
                type.name(),
                type.revision(),
                Map.of("actor", "1", "via", "tracking"),
                payload,
                Sha256.digest().digest(payload),
                new byte[32]);
        last = hash(last, unchained);
        events.add(with(last, unchained));
        return this;
    }

    private static LoggedEvent with(byte[] hash, LoggedEvent event) {
        return new LoggedEvent(
                event.position(),
                event.id(),
                event.timestamp(),
                event.moment(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.type(),
                event.revision(),
                event.metadata(),
                event.payload(),
                event.payloadHash(),
                hash);
    }

    private static byte[] hash(byte[] before, LoggedEvent event) {
        MessageDigest digest = Sha256.digest();
        digest.update(before);
        return digest.digest(StoredLine.of(with(new byte[32], event)));
    }

    /** Follows such hashes. */
    static ChainCheck behind(long position, byte[] hash) {
        byte[][] before = {hash};
        return next -> {
            byte[] expected = hash(before[0], next);
            before[0] = expected;
            return Arrays.equals(expected, next.hash());
        };
    }

    @Override
    public long head() {
        return events.size();
    }

    @Override
    public Stream<LoggedEvent> read(EventFilter filter) {
        return events.stream().filter(event -> event.position() > filter.after() && event.position() <= filter.upTo());
    }

    @Override
    public Optional<LoggedEvent> at(long position) {
        return position < 1 || position > head() ? Optional.empty() : Optional.of(events.get((int) position - 1));
    }
}
