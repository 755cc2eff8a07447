package io.daybook.embedded.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventFilter.Origin;
import io.daybook.api.log.LoggedEvent;
import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import io.daybook.embedded.log.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/** Points are found by project and user, whether they are indexed already, have to be looked at, or both. */
class FilteredPointsTest {

    private static final List<String> TYPES = List.of(
            Points.SCALARS, Points.SCALARS, Points.SCALARS, Points.HISTOGRAMS, "IterationCreated", "TagCreated");

    @Property(tries = 12)
    @Tag("ops-4.events.filters")
    void every_filter_lets_through_what_it_says(@ForAll Random random) throws IOException {
        Path home = Files.createTempDirectory("filtered");
        try (SqliteLog log = open(home)) {
            write(log, random, 800 + random.nextInt(2_600));
            List<LoggedEvent> all = log.read(EventFilter.ALL).toList();
            for (int i = 0; i < 40; i++) {
                EventFilter filter = filter(random, all.size());
                assertThat(log.read(filter).map(LoggedEvent::position))
                        .as("%s of %d", filter, all.size())
                        .containsExactlyElementsOf(all.stream()
                                .filter(event -> lets(filter, event))
                                .map(LoggedEvent::position)
                                .toList());
            }
            assertThat(log.verify(1, log.head()).verified()).isTrue();
        } finally {
            for (String name : List.of("events.db", "snapshots.db")) Files.deleteIfExists(home.resolve(name));
            Files.delete(home);
        }
    }

    private static SqliteLog open(Path home) {
        SqliteLog log = new SqliteLog(new SqliteLogSettings(
                home.resolve("events.db"), home.resolve("snapshots.db"), Sync.OS, 1_000, Logs.DEADLINE));
        log.open();
        return log;
    }

    /** In transactions of one event, of a few, and of many. */
    private static void write(SqliteLog log, Random random, int count) {
        while (log.head() < count) {
            long head = log.head();
            int size = List.of(1, 1, 1, 3, 40, 1_100).get(random.nextInt(6));
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < size; i++) entries.add(entry(random, head + i));
            Points.append(log, entries);
        }
    }

    private static Entry entry(Random random, long number) {
        Map<String, String> metadata = new HashMap<>();
        put(metadata, "project", value(random));
        put(metadata, "actor", value(random));
        put(metadata, "via", value(random));
        return Points.entry(number, TYPES.get(random.nextInt(TYPES.size())), metadata);
    }

    private static void put(Map<String, String> metadata, String key, @Nullable String value) {
        if (value != null) metadata.put(key, value);
    }

    /** Of one there are many, of another few. */
    private static @Nullable String value(Random random) {
        return switch (random.nextInt(200)) {
            case 0 -> "rare";
            case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> null;
            default -> random.nextInt(10) == 0 ? "2" : "1";
        };
    }

    private static EventFilter filter(Random random, int head) {
        Set<String> types = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) types.add(TYPES.get(random.nextInt(TYPES.size())));
        Origin origin = new Origin(wanted(random), wanted(random), wanted(random));
        long after = random.nextBoolean() ? 0 : random.nextInt(head);
        long upTo = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(head + 10);
        return new EventFilter(after, upTo, random.nextInt(6) == 0 ? "iteration-1" : null, types, origin);
    }

    private static @Nullable String wanted(Random random) {
        return List.of("", "", "1", "2", "rare", "nobody")
                .get(random.nextInt(6))
                .transform(text -> text.isEmpty() ? null : text);
    }

    private static boolean lets(EventFilter filter, LoggedEvent event) {
        return event.position() > filter.after()
                && event.position() <= filter.upTo()
                && (filter.aggregate() == null || filter.aggregate().equals(event.aggregateId()))
                && (filter.types().isEmpty() || filter.types().contains(event.type()))
                && filter.origin().lets(event.metadata());
    }
}
