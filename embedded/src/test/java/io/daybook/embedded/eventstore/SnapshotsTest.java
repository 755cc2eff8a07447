package io.daybook.embedded.eventstore;

import static io.daybook.testkit.eventstore.Notes.note;
import static io.daybook.testkit.eventstore.Notes.notes;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.embedded.log.EventsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // opened before each test
class SnapshotsTest {

    @TempDir
    private Path folder;

    private Path home;
    private SqliteLog log;

    @BeforeEach
    void open_a_log_of_three_notes_and_a_snapshot() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        log = Logs.open(home);
        Logs.engine(log).appendEvents(notes("a", 3));
        Logs.engine(log).storeSnapshot(note("a", 2));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_snapshot_outlives_a_restart() {
        reopen();

        assertThat(snapshot()).map(DomainEventMessage::getSequenceNumber).contains(2L);
        assertThat(snapshot()).map(found -> (Object) found.getPayload()).contains("note 2 of a");
    }

    @Test
    void the_latest_is_kept() {
        Logs.engine(log).appendEvents(note("a", 3));
        Logs.engine(log).storeSnapshot(note("a", 3));
        Logs.engine(log).storeSnapshot(note("a", 1));

        assertThat(snapshot()).map(DomainEventMessage::getSequenceNumber).contains(3L);
    }

    @Test
    void a_snapshot_of_another_history_is_ignored_and_makes_room() throws IOException {
        log.close();
        Files.delete(home.resolve("events.db"));
        log = Logs.open(home);
        assertThat(snapshot()).as("its event is gone").isEmpty();

        Logs.engine(log).appendEvents(notes("a", 3));
        assertThat(snapshot()).isEmpty();
        Logs.engine(log).storeSnapshot(note("a", 1));
        assertThat(snapshot()).map(DomainEventMessage::getSequenceNumber).contains(1L);
    }

    @Test
    void a_snapshot_of_another_event_at_the_same_sequence_is_ignored() throws IOException {
        log.close();
        Files.delete(home.resolve("events.db"));
        log = Logs.open(home);
        Logs.engine(log).appendEvents(notes("a", 3));

        assertThat(snapshot()).isEmpty();
    }

    @Test
    @Tag("ops-6.snapshots")
    void the_file_may_be_deleted() throws IOException {
        log.close();
        Files.delete(home.resolve("snapshots.db"));
        log = Logs.open(home);

        assertThat(snapshot()).isEmpty();
        Logs.engine(log).storeSnapshot(note("a", 2));
        assertThat(snapshot()).isPresent();
    }

    @Test
    void a_broken_file_is_made_anew() throws IOException {
        log.close();
        Files.writeString(
                home.resolve("snapshots.db"), "this is no database, and long enough to be looked at".repeat(99));
        log = Logs.open(home);

        assertThat(snapshot()).isEmpty();
        Logs.engine(log).storeSnapshot(note("a", 2));
        assertThat(snapshot()).isPresent();
    }

    @Test
    void a_snapshot_that_cannot_be_written_fails_nothing() throws IOException {
        log.close();
        Files.delete(home.resolve("snapshots.db"));
        Files.createDirectory(home.resolve("snapshots.db"));
        log = Logs.open(home);

        Logs.engine(log).storeSnapshot(note("a", 2));

        assertThat(snapshot()).isEmpty();
        assertThat(Logs.store(log).readEvents("a").asStream()).hasSize(3);
    }

    @Test
    void a_snapshot_that_cannot_be_read_is_passed_over() throws SQLException {
        log.close();
        try (Connection snapshots = EventsFile.connect(home.resolve("snapshots.db"))) {
            EventsFile.run(snapshots, "UPDATE snapshots SET payload = CAST('{' AS BLOB)");
        }
        log = Logs.open(home);

        assertThat(Logs.store(log).readEvents("a").asStream())
                .extracting(event -> event.getPayload())
                .hasSize(3);
    }

    private void reopen() {
        log.close();
        log = Logs.open(home);
    }

    private Optional<DomainEventMessage<?>> snapshot() {
        return Logs.engine(log).readSnapshot("a");
    }
}
