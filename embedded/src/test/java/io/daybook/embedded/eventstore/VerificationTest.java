package io.daybook.embedded.eventstore;

import static io.daybook.testkit.eventstore.Notes.note;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.ChainReport;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.LoggedEvent;
import io.daybook.embedded.log.EventsFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever is done to a log behind its back, verification finds it, at its position. */
@SuppressWarnings("NullAway.Init") // made before each try
class VerificationTest {

    private static final int EVENTS = 60;

    /** An edit of each column that is stored, and the reason that is to be found. */
    private static final Map<String, String> EDITS = Map.ofEntries(
            Map.entry("event_id = event_id || 'x'", "HASH"),
            Map.entry("timestamp = timestamp - 1", "HASH"),
            Map.entry("moment = moment + 1", "MOMENT"),
            Map.entry("aggregate_type = NULL", "HASH"),
            Map.entry("aggregate_id = aggregate_id || ' '", "HASH"),
            Map.entry("aggregate_id = NULL, sequence = NULL", "HASH"),
            Map.entry("sequence = sequence + 1000", "HASH"),
            Map.entry("type = 'Another'", "HASH"),
            Map.entry("revision = '2'", "HASH"),
            Map.entry("revision = ''", "HASH"),
            Map.entry("metadata = json_set(metadata, '$.actor', '2')", "HASH"),
            Map.entry("metadata = json_remove(metadata, '$.actor')", "HASH"),
            Map.entry("metadata = replace(metadata, '{', '{ ')", "METADATA"),
            Map.entry("metadata = replace(metadata, '{', '{\"actor\":\"2\",')", "METADATA"),
            Map.entry("metadata = json_set(metadata, '$.actor', 1)", "METADATA"),
            Map.entry("payload = payload || ' '", "PAYLOAD"),
            Map.entry("payload = ''", "PAYLOAD"),
            Map.entry("payload_hash = zeroblob(32)", "PAYLOAD"),
            Map.entry("hash = zeroblob(32)", "HASH"),
            Map.entry("hash = x''", "HASH"));

    private static Path original;

    private Path home;

    @BeforeContainer
    static void write_a_log() throws IOException {
        original = Files.createTempDirectory("verification");
        try (SqliteLog log = Logs.open(original)) {
            for (int i = 0; i < EVENTS; i++) {
                var note = note("notebook-" + i % 3, i / 3).withMetaData(Map.of("actor", "1", "via", "ops"));
                Logs.engine(log).appendEvents(note);
            }
        }
    }

    @BeforeTry
    void copy_it() throws IOException {
        home = Files.createTempDirectory("verification");
        Files.copy(original.resolve("events.db"), home.resolve("events.db"));
    }

    @AfterTry
    void delete_the_copy() throws IOException {
        delete(home);
    }

    @AfterContainer
    static void delete_the_log() throws IOException {
        delete(original);
    }

    @Property(tries = 10)
    void an_untouched_log_verifies_in_whole_and_in_part(
            @ForAll @IntRange(min = 1, max = EVENTS) int one, @ForAll @IntRange(min = 1, max = EVENTS) int other) {
        assertThat(verify(1, EVENTS).verified()).isTrue();
        assertThat(verify(Math.min(one, other), Math.max(one, other)).verified())
                .isTrue();
    }

    @Property(tries = 60)
    @Tag("ops-4.chain.columns")
    @Tag("ops-4.tampering")
    void finds_an_edited_column(
            @ForAll @From("edits") Map.Entry<String, String> edit, @ForAll @IntRange(min = 1, max = EVENTS) int at)
            throws SQLException {
        tamper("UPDATE events SET " + edit.getKey() + " WHERE position = " + at);

        assertThat(verify(1, EVENTS)).extracting("firstBad", "reason").containsExactly((long) at, edit.getValue());
    }

    @Property(tries = 15)
    @Tag("ops-4.tampering")
    void finds_an_edited_payload_whose_hash_was_recomputed(@ForAll @IntRange(min = 1, max = EVENTS) int at)
            throws SQLException {
        String hash = "(SELECT payload_hash FROM events WHERE position = 1 + " + at + " % " + EVENTS + ")";
        String payload = "(SELECT payload FROM events WHERE position = 1 + " + at + " % " + EVENTS + ")";
        tamper("UPDATE events SET payload_hash = " + hash + ", payload = " + payload + " WHERE position = " + at);

        assertThat(verify(1, EVENTS)).extracting("firstBad", "reason").containsExactly((long) at, "HASH");
    }

    @Property(tries = 25)
    @Tag("ops-0.position")
    @Tag("ops-4.tampering")
    void finds_a_deleted_row(@ForAll @IntRange(min = 1, max = EVENTS) int at) throws SQLException {
        tamper("DELETE FROM events WHERE position = " + at);

        assertThat(verify(1, EVENTS)).extracting("firstBad", "reason").containsExactly((long) at, "MISSING");
    }

    @Property(tries = 15)
    @Tag("ops-7.cut-tail")
    void finds_a_cut_tail(@ForAll @IntRange(min = 1, max = EVENTS) int from) throws SQLException {
        tamper("DELETE FROM events WHERE position >= " + from);

        assertThat(verify(1, EVENTS)).extracting("firstBad", "reason").containsExactly((long) from, "MISSING");
    }

    @Property(tries = 25)
    @Tag("ops-4.tampering")
    void finds_two_swapped_rows(
            @ForAll @IntRange(min = 1, max = EVENTS) int one, @ForAll @IntRange(min = 1, max = EVENTS) int other)
            throws SQLException {
        Assume.that(one != other);
        tamper(
                "UPDATE events SET position = 1000 WHERE position = " + one,
                "UPDATE events SET position = " + one + " WHERE position = " + other,
                "UPDATE events SET position = " + other + " WHERE position = 1000");

        assertThat(verify(1, EVENTS))
                .extracting("firstBad", "reason")
                .containsExactly((long) Math.min(one, other), "HASH");
    }

    @Property(tries = 15)
    @Tag("ops-4.tampering")
    void finds_a_row_that_was_added_at_either_end(
            @ForAll @IntRange(min = 1, max = EVENTS) int copied, @ForAll boolean atTheEnd) throws SQLException {
        long position = atTheEnd ? EVENTS + 1 : 0;
        tamper("INSERT INTO events (position, event_id, timestamp, moment, type, metadata, payload_hash, hash, payload)"
                + " SELECT " + position + ", 'added', timestamp, moment, type, metadata, payload_hash, hash, payload"
                + " FROM events WHERE position = " + copied);

        assertThat(verify(1, atTheEnd ? EVENTS + 1 : EVENTS))
                .extracting("firstBad", "reason")
                .containsExactly(position, atTheEnd ? "HASH" : "SURPLUS");
    }

    /** What has no edit above is derived from what has one. */
    @Example
    @Tag("ops-4.chain.columns")
    void each_column_is_edited_or_derived() throws SQLException {
        Set<String> stored = new TreeSet<>();
        try (Connection log = EventsFile.connect(home.resolve("events.db"));
                Statement statement = log.createStatement();
                ResultSet columns = statement.executeQuery("SELECT name FROM pragma_table_info('events')")) {
            while (columns.next()) stored.add(columns.getString(1));
        }
        Set<String> edited = new TreeSet<>(Set.of("position"));
        EDITS.keySet().forEach(edit -> edited.add(edit.replaceFirst(" .*", "")));

        assertThat(stored).isEqualTo(edited);
    }

    /** Every row is as it was, and an index leads elsewhere. */
    @Example
    @Tag("ops-4.tampering.damage")
    void finds_what_sqlite_itself_reports() throws SQLException {
        tamper(
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = 'CREATE INDEX events_by_actor ON events (via)'"
                        + " WHERE name = 'events_by_actor'");

        ChainReport report = verify(1, EVENTS);
        assertThat(report.verified()).isFalse();
        assertThat(report.reason()).startsWith("INTEGRITY: ").contains("events_by_actor");
    }

    /** A damaged byte is found, or was one that no event and no index depends on. */
    @Property(tries = 100)
    @Tag("ops-4.tampering.damage")
    void finds_a_damaged_byte(
            @ForAll @IntRange(min = 0, max = 1 << 30) int where, @ForAll @IntRange(min = 1, max = 255) int bits)
            throws IOException {
        flip(where, bits);
        try (SqliteLog log = Logs.open(home)) {
            if (log.verify(1, EVENTS).verified()) assertThat(rows(log)).isEqualTo(originalRows());
        } catch (StoreUnavailable | IllegalStateException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }

    @Provide
    Arbitrary<Map.Entry<String, String>> edits() {
        return Arbitraries.of(List.copyOf(EDITS.entrySet()));
    }

    private ChainReport verify(long from, long to) {
        try (SqliteLog log = Logs.open(home)) {
            return log.verify(from, to);
        }
    }

    private void tamper(String... statements) throws SQLException {
        try (Connection plain = EventsFile.connect(home.resolve("events.db"))) {
            EventsFile.run(
                    plain,
                    "DROP TRIGGER events_are_not_changed",
                    "DROP TRIGGER events_are_not_deleted",
                    "DROP TRIGGER events_are_not_replaced");
            EventsFile.run(plain, statements);
        }
    }

    private void flip(int where, int bits) throws IOException {
        try (var file = new RandomAccessFile(home.resolve("events.db").toFile(), "rw")) {
            long at = where % file.length();
            file.seek(at);
            int before = file.read();
            file.seek(at);
            file.write(before ^ bits);
        }
    }

    private static List<String> originalRows() {
        try (SqliteLog log = Logs.open(original)) {
            return rows(log);
        }
    }

    private static List<String> rows(SqliteLog log) {
        try (var events = log.read(EventFilter.ALL)) {
            return events.map(VerificationTest::text).toList();
        }
    }

    private static String text(LoggedEvent event) {
        return String.join(
                " ",
                event.position() + "/" + event.sequence() + "/" + event.timestamp() + "/" + event.moment(),
                event.id(),
                event.aggregateId(),
                event.type(),
                event.metadata().toString(),
                new String(event.payload(), UTF_8));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
