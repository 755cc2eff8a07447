package io.daybook.embedded.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.ChainReport;
import io.daybook.embedded.log.EventsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What says where points are is compared with them, by the server's check and by the one that shares nothing with it. */
@SuppressWarnings("NullAway.Init") // opened before each test
class IndexedPointsTest {

    private static final int EVENTS = 2_300;

    @TempDir
    private Path home;

    private SqliteLog log;

    @BeforeEach
    void write_a_log() {
        log = Logs.open(home);
        for (int size : List.of(998, 1, 1, 1, 700, 598, 1)) Points.append(log, size);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private long count(String table) throws SQLException {
        try (Connection plain = EventsFile.connect(home.resolve("events.db"))) {
            return EventsFile.number(plain, "SELECT count(*) FROM " + table);
        }
    }

    private void edit(String... statements) throws SQLException {
        try (Connection plain = EventsFile.connect(home.resolve("events.db"))) {
            for (String table : List.of("events", "points_by_project", "points_by_actor")) {
                EventsFile.run(
                        plain,
                        "DROP TRIGGER IF EXISTS " + table + "_are_not_changed",
                        "DROP TRIGGER IF EXISTS " + table + "_are_not_deleted");
            }
            EventsFile.run(plain, statements);
        }
    }

    @Test
    void whole_thousands_are_indexed_with_the_transaction_that_reaches_them() throws Exception {
        String expected = "events WHERE type = 'ScalarsLogged' AND project IS NOT NULL AND position <= 2000";

        assertThat(count("points_by_project")).isEqualTo(count(expected)).isPositive();
        assertThat(count("points_by_actor")).isEqualTo(count(expected));
        assertThat(count("points_by_project WHERE position > 2000")).isZero();
        assertThat(log.verify(1, EVENTS).verified()).isTrue();
        assertThat(checked()).startsWith(EVENTS + " ");
    }

    /** Positions 5 and 1000 are points of one project each, 6 is none, and 2100 is not indexed yet. */
    @ParameterizedTest
    @Tag("ops-4.tampering")
    @CsvSource(delimiter = '|', textBlock = """
            DELETE FROM points_by_project WHERE position = 1000                     | 1000 | does not have event 1000
            DELETE FROM points_by_actor                                             | 2    | does not have event 2
            UPDATE points_by_project SET project = '7' WHERE position = 5           | 5    | does not have event 5
            UPDATE points_by_actor SET actor = '00' WHERE position = 5              | 5    | does not have event 5
            UPDATE points_by_project SET position = 2100 WHERE position = 5         | 5    | does not have event 5
            UPDATE points_by_actor SET position = 9000 WHERE position = 5           | 5    | does not have event 5
            INSERT INTO points_by_project VALUES ('7', 5)                           | 5    | is wrong about event 5
            INSERT INTO points_by_actor VALUES ('0', 6)                             | 6    | is wrong about event 6
            INSERT INTO points_by_project SELECT project, position FROM events WHERE position = 2100 | 2100 | is wrong about event 2100
            INSERT INTO points_by_actor VALUES ('', -1)                             | -1   | is wrong about event -1
            """)
    void every_edit_is_found(String edit, long position, String sentence) throws Exception {
        edit(edit);

        ChainReport report = log.verify(1, EVENTS);
        assertThat(report.firstBad()).isEqualTo(position);
        assertThat(report.reason()).startsWith("INTEGRITY: points_by_").endsWith(sentence);
        assertThat(report.verified()).isFalse();
        assertThat(checked()).isEqualTo("position " + position + " is not what was written");
    }

    @Test
    @Tag("ops-4.tampering")
    void two_entries_that_changed_places_are_found() throws Exception {
        edit(
                "DELETE FROM points_by_project WHERE position IN (5, 1000)",
                "INSERT INTO points_by_project SELECT project || 'x', position FROM events WHERE position IN (5, 1000)");

        assertThat(log.verify(1, EVENTS).firstBad()).isEqualTo(5);
    }

    @Test
    void what_was_done_to_an_event_is_told_as_that() throws Exception {
        edit("UPDATE events SET metadata = json_set(metadata, '$.project', '7') WHERE position = 5");

        assertThat(log.verify(1, EVENTS)).extracting("firstBad", "reason").containsExactly(5L, "HASH");
    }

    @Test
    @Tag("ops-7.cut-tail")
    void a_tail_that_was_cut_is_missed_without_a_checkpoint() throws Exception {
        log.close();
        edit("DELETE FROM events WHERE position > 1500");
        log = Logs.open(home);

        assertThat(log.head()).isEqualTo(1_500);
        assertThat(log.verify(1, 1_500)).extracting("firstBad", "reason").containsExactly(1_501L, "MISSING");
        assertThat(checked()).isEqualTo("position 1501 is missing");
    }

    @Test
    void a_log_whose_tail_was_cut_goes_on() throws Exception {
        log.close();
        edit("DELETE FROM events WHERE position > 1500");
        log = Logs.open(home);
        Points.append(log, 1);
        Points.append(log, List.of(Points.entry(1_501, Points.SCALARS, Map.of("project", "other"))));
        Points.append(log, 700);

        assertThat(log.head()).isEqualTo(2_202);
        assertThat(log.verify(1, 2_202).firstBad()).isEqualTo(1_502);
    }

    @Test
    @Timeout(120)
    void a_log_that_grows_meanwhile_verifies() throws Exception {
        var growing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 40; i++) Points.append(log, 97);
        });
        do {
            assertThat(log.verify(1, Long.MAX_VALUE).verified()).isTrue();
        } while (!growing.isDone());

        growing.get(60, TimeUnit.SECONDS);
        assertThat(log.verify(1, Long.MAX_VALUE).to()).isEqualTo(EVENTS + 40 * 97);
    }

    private String checked() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", "../docs/verify_log.py", home + "/events.db"));
        Process python = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(python.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(python.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return told;
    }
}
