package io.daybook.embedded.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsFileTest {

    private static final String ROW =
            "(position, event_id, timestamp, moment, type, metadata, payload_hash, hash, payload)"
                    + " VALUES (1, 'id', 0, 0, 'Noted', '{\"actor\":\"7\"}', x'', x'', 'text')";

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void choose_a_path_that_is_awkward_in_an_address() {
        path = folder.resolve("events? 100%.db");
    }

    @ParameterizedTest
    @Tag("ops-6.log")
    @ValueSource(
            strings = {
                "UPDATE events SET type = 'Changed'",
                "DELETE FROM events",
                "INSERT OR REPLACE INTO events " + ROW
            })
    void anybody_can_add_a_row_and_nobody_can_change_or_delete_one(String statement) throws SQLException {
        file().openForWriting().close();
        try (Connection plain = EventsFile.connect(path)) {
            EventsFile.run(plain, "INSERT INTO events " + ROW);

            assertThatThrownBy(() -> EventsFile.run(plain, statement)).isInstanceOf(SQLException.class);

            assertThat(EventsFile.number(plain, "SELECT count(*) FROM events WHERE type = 'Noted' AND actor = '7'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void the_sentence_says_why() throws SQLException {
        file().openForWriting().close();
        try (Connection plain = EventsFile.connect(path)) {
            EventsFile.run(plain, "INSERT INTO events " + ROW);

            assertThatThrownBy(() -> EventsFile.run(plain, "DELETE FROM events"))
                    .hasMessageContaining("the log is append-only: events are not deleted");
        }
    }

    @Test
    void what_is_no_point_is_found_by_an_index() throws SQLException {
        file().openForWriting().close();
        try (Connection plain = EventsFile.connect(path);
                Statement statement = plain.createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN QUERY PLAN SELECT position FROM events"
                        + " WHERE type = 'Noted' AND position > 5 AND position <= 9 AND "
                        + EventsFile.BESIDE_POINTS)) {
            assertThat(plan.getString("detail")).contains("events_by_type (type=? AND rowid>? AND rowid<?)");
        }
    }

    @Test
    @Tag("ops-6.log")
    void there_is_one_table_of_events_and_two_that_say_where_points_are() throws SQLException {
        file().openForWriting().close();
        try (Connection plain = EventsFile.connect(path);
                Statement statement = plain.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT group_concat(name, ' ' ORDER BY name) FROM sqlite_schema WHERE type = 'table'")) {
            assertThat(tables.getString(1)).isEqualTo("events points_by_actor points_by_project");
        }
    }

    @ParameterizedTest
    @Tag("ops-6.log")
    @ValueSource(
            strings = {
                "UPDATE points_by_project SET position = 2",
                "DELETE FROM points_by_project",
                "UPDATE points_by_actor SET actor = 'x'",
                "DELETE FROM points_by_actor"
            })
    void nor_is_changed_where_points_are(String statement) throws SQLException {
        file().openForWriting().close();
        try (Connection plain = EventsFile.connect(path)) {
            EventsFile.run(
                    plain,
                    "INSERT INTO points_by_project VALUES ('3', 1)",
                    "INSERT INTO points_by_actor VALUES ('7', 1)");

            assertThatThrownBy(() -> EventsFile.run(plain, statement)).hasMessageContaining("the log is append-only");
        }
    }

    @Test
    @Tag("ops-6.format.older")
    void an_older_format_is_upgraded_after_a_copy() throws SQLException {
        try (Connection open = file().openForWriting()) {
            EventsFile.run(open, "INSERT INTO events " + ROW);
        }
        EventsFile later = new EventsFile(path, true, List.of("ALTER TABLE events ADD COLUMN later TEXT"));

        later.openForWriting().close();
        try (Connection upgraded = later.openForWriting();
                Connection copy = EventsFile.connect(folder.resolve("events? 100%.db.format-1"))) {
            assertThat(EventsFile.number(upgraded, "PRAGMA user_version")).isEqualTo(2);
            assertThat(EventsFile.number(upgraded, "SELECT count(*) FROM events WHERE later IS NULL"))
                    .isEqualTo(1);
            assertThat(EventsFile.number(copy, "PRAGMA user_version")).isEqualTo(1);
            assertThat(EventsFile.number(copy, "SELECT count(*) FROM events")).isEqualTo(1);
        }
        assertThatThrownBy(() -> file().openForWriting()).hasMessageContaining("has format 2");
    }

    @Test
    void an_upgrade_that_fails_changes_nothing() throws SQLException {
        file().openForWriting().close();
        EventsFile later =
                new EventsFile(path, true, List.of("ALTER TABLE events ADD COLUMN later TEXT", "no statement"));

        assertThatThrownBy(later::openForWriting).isInstanceOf(SQLException.class);
        assertThatThrownBy(later::openForWriting).isInstanceOf(SQLException.class);

        file().openForWriting().close();
        try (Connection plain = EventsFile.connect(path)) {
            assertThat(EventsFile.number(
                            plain, "SELECT count(*) FROM pragma_table_info('events') WHERE name = 'later'"))
                    .isZero();
        }
    }

    @Test
    @Tag("ops-6.format")
    void refuses_a_newer_format_naming_both_versions() throws SQLException {
        try (Connection open = file().openForWriting()) {
            EventsFile.run(open, "PRAGMA user_version = 7");
        }

        assertThatThrownBy(() -> file().openForWriting())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has format 7")
                .hasMessageContaining("formats up to 1");
    }

    @Test
    void refuses_and_leaves_alone_a_database_of_somebody_else() throws Exception {
        try (Connection foreign = EventsFile.connect(path)) {
            EventsFile.run(foreign, "CREATE TABLE recipes (name TEXT)");
        }
        byte[] before = Files.readAllBytes(path);

        assertThatThrownBy(() -> file().openForWriting()).hasMessageContaining("no event log");
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    @Tag("ops-1.event-store.full")
    @Tag("ops-1.event-store.os")
    void what_a_commit_goes_to_is_synced_unless_told_otherwise() throws SQLException {
        try (Connection open = file().openForWriting()) {
            EventsFile.run(open, "INSERT INTO events " + ROW);
            assertThat(file().syncedAtCommit()).exists().isNotEmptyFile();
            assertThat(new EventsFile(path, false).syncedAtCommit()).isNull();
        }
    }

    private EventsFile file() {
        return new EventsFile(path, true);
    }
}
