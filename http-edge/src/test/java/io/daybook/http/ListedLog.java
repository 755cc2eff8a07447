package io.daybook.http;

import io.daybook.api.log.ChainReport;
import io.daybook.api.log.Checkpoint;
import io.daybook.api.log.Checkpoints;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A log that is a list: what it is asked for is remembered. */
public final class ListedLog implements EventLog {

    private static final long NOON = 1_782_220_047_104L;
    private static final byte[] HASH = new byte[32];

    public final List<EventFilter> filters = new CopyOnWriteArrayList<>();
    /** How many events were found and taken. */
    public final AtomicLong read = new AtomicLong();

    private final List<LoggedEvent> events = new CopyOnWriteArrayList<>();

    public void clear() {
        events.clear();
        filters.clear();
        read.set(0);
    }

    /** The events lie a second apart. */
    public ListedLog add(String type, String payload, Map<String, String> metadata) {
        long position = head() + 1;
        String aggregate = "thing-" + position;
        long timestamp = NOON + 1_000 * position;
        byte[] stored = payload.getBytes(StandardCharsets.UTF_8);
        events.add(new LoggedEvent(
                position,
                "e" + position,
                timestamp,
                timestamp,
                "thing",
                aggregate,
                0L,
                type,
                "1",
                metadata,
                stored,
                HASH,
                HASH));
        return this;
    }

    /** Events that are all alike, and take no more memory than one. */
    public void addAlike(int count, String type, byte[] payload) {
        long head = head();
        List<LoggedEvent> alike = new ArrayList<>();
        for (long position = head + 1; position <= head + count; position++) {
            alike.add(new LoggedEvent(
                    position, "e", NOON, NOON, null, null, null, type, "1", Map.of(), payload, HASH, HASH));
        }
        events.addAll(alike);
    }

    @Override
    public long head() {
        return events.size();
    }

    @Override
    public Stream<LoggedEvent> read(EventFilter filter) {
        filters.add(filter);
        return events.stream()
                .filter(event -> event.position() > filter.after() && event.position() <= filter.upTo())
                .filter(event ->
                        filter.aggregate() == null || filter.aggregate().equals(event.aggregateId()))
                .filter(event -> filter.types().isEmpty() || filter.types().contains(event.type()))
                .filter(event -> filter.origin().lets(event.metadata()))
                .peek(event -> read.incrementAndGet());
    }

    @Override
    public Optional<LoggedEvent> at(long position) {
        return position < 1 || position > head() ? Optional.empty() : Optional.of(events.get((int) position - 1));
    }

    @Override
    public long before(Instant instant) {
        return events.stream()
                .filter(event -> Instant.ofEpochMilli(event.moment()).isBefore(instant))
                .count();
    }

    @Override
    public boolean awaitBeyond(long position, Duration patience) {
        return head() > position;
    }

    @Override
    public ChainReport verify(long from, long to) {
        long end = to == Long.MAX_VALUE ? head() : to;
        boolean sound = end < 100;
        return new ChainReport(sound, from, end, "ab", sound ? null : 7L, sound ? null : "HASH");
    }

    /** Its heads, signed by nobody. */
    final class Heads implements Checkpoints {

        @Override
        public Checkpoint make() {
            return new Checkpoint(head(), "ab", "2026-06-23T13:07:27.104Z", "c2ln", "a2V5");
        }

        @Override
        public Checkpoint sign(long position) {
            return make();
        }

        @Override
        public List<String> publicKeys() {
            return List.of(make().publicKey());
        }

        @Override
        public List<Checkpoint> all() {
            return List.of(make());
        }

        @Override
        public Verdict check(Checkpoint checkpoint) {
            return checkpoint.position() > head()
                    ? new Verdict(false, checkpoint.position(), Reason.LENGTH)
                    : new Verdict(true, checkpoint.position(), null);
        }

        @Override
        public ChainReport verify(long from, long to) {
            return ListedLog.this.verify(from, to);
        }
    }
}
