package io.daybook.embedded.eventstore;

import static io.daybook.testkit.eventstore.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.ChainReport;
import io.daybook.embedded.log.EventsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A log that is recomputed in several stretches at a time: it is the first wrong event of all that is told. */
@SuppressWarnings("NullAway.Init") // made before all tries
class LongVerificationTest {

    private static final int EVENTS = 20_500;

    private static Path original;

    @BeforeContainer
    static void write_a_log() throws IOException {
        original = Files.createTempDirectory("verification");
        try (SqliteLog log = Logs.open(original)) {
            var engine = Logs.engine(log);
            for (int from = 0; from < EVENTS; from += 500) {
                engine.appendEvents(IntStream.range(from, from + 500)
                        .mapToObj(i -> note("notebook-" + i % 3, i / 3))
                        .toList());
            }
        }
    }

    @AfterContainer
    static void delete_the_log() throws IOException {
        delete(original);
    }

    @Property(tries = 5)
    void parts_verify_as_the_whole_does(
            @ForAll @IntRange(min = 1, max = EVENTS) int one, @ForAll @IntRange(min = 1, max = EVENTS) int other)
            throws IOException {
        List<Long> reached = new ArrayList<>();
        try (SqliteLog log = Logs.open(original)) {
            long to = Math.max(one, other);
            ChainReport part = log.verify(Math.min(one, other), to, reached::add);

            assertThat(part.verified()).isTrue();
            assertThat(log.verify(1, to).hash()).isEqualTo(part.hash());
            assertThat(reached).isSorted().endsWith(to);
        }
    }

    @Property(tries = 15)
    @Tag("ops-4.tampering")
    void finds_the_first_of_two_edits(
            @ForAll @IntRange(min = 1, max = EVENTS) int one, @ForAll @IntRange(min = 1, max = EVENTS) int other)
            throws IOException, SQLException {
        assertThat(verifyWith("UPDATE events SET hash = zeroblob(32) WHERE position IN (" + one + ", " + other + ")"))
                .extracting("firstBad", "reason")
                .containsExactly((long) Math.min(one, other), "HASH");
    }

    @Property(tries = 15)
    @Tag("ops-4.tampering")
    void finds_where_rows_are_gone(
            @ForAll @IntRange(min = 1, max = EVENTS) int from, @ForAll @IntRange(min = 1, max = 3_000) int count)
            throws IOException, SQLException {
        int to = Math.min(EVENTS, from + count - 1);

        assertThat(verifyWith("DELETE FROM events WHERE position BETWEEN " + from + " AND " + to))
                .extracting("firstBad", "reason")
                .containsExactly((long) from, "MISSING");
    }

    private static ChainReport verifyWith(String edit) throws IOException, SQLException {
        Path home = Files.createTempDirectory("verification");
        try {
            Files.copy(original.resolve("events.db"), home.resolve("events.db"));
            try (Connection plain = EventsFile.connect(home.resolve("events.db"))) {
                EventsFile.run(
                        plain, "DROP TRIGGER events_are_not_changed", "DROP TRIGGER events_are_not_deleted", edit);
            }
            try (SqliteLog log = Logs.open(home)) {
                return log.verify(1, EVENTS);
            }
        } finally {
            delete(home);
        }
    }

    private static void delete(Path home) throws IOException {
        try (var files = Files.list(home)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(home);
    }
}
