package io.daybook.testkit.chain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeRequestsTest {

    private static final String KEY = "\"idempotencyKey\":\"k\",";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ScalarsLogged",
                "IdsLeased",
                "IdsLeased NameClaimed ExperimentCreated IterationCreated CrayonNameGiven",
                "ExperimentDeleted NameReleased",
                "RestoreBegun IterationCreated ScalarsLogged HistogramsLogged",
                "RestoreBegun IterationCreated ScalarsLogged BackupRestored NameClaimed ExperimentDeleted"
            })
    void passes_what_is_whole(String types) throws SQLException {
        Path events = log(types, "");

        assertThatCode(() -> WholeRequests.check(events)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NameClaimed",
                "NameClaimed ExperimentCreated IterationCreated",
                "ScalarsLogged ScalarsLogged",
                "ExperimentDeleted",
                "RestoreBegun IterationCreated ScalarsLogged BackupRestored"
            })
    void fails_for_a_part(String types) throws SQLException {
        Path events = log(types, "");

        assertThatThrownBy(() -> WholeRequests.check(events))
                .hasMessageContaining("event 1 is there in part: " + types);
    }

    @ParameterizedTest
    @Tag("ops-2.key.together")
    @ValueSource(strings = {"ScalarsLogged", "ExperimentDeleted NameReleased"})
    void a_request_with_a_key_is_not_whole_without_its_answer(String types) throws SQLException {
        Path unanswered = log(types, KEY);
        Path answered = log(types + " RequestAnswered", KEY);

        assertThatThrownBy(() -> WholeRequests.check(unanswered)).hasMessageContaining("in part");
        assertThatCode(() -> WholeRequests.check(answered)).doesNotThrowAnyException();
    }

    private Path log(String types, String key) throws SQLException {
        Path events = folder.resolve(types + ".db");
        String metadata = "{" + key + "\"requestIds\":\"1\"}";
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + events);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE events (position INTEGER PRIMARY KEY, type TEXT, metadata TEXT)");
            for (String type : types.split(" ")) {
                statement.execute("INSERT INTO events (type, metadata) VALUES ('%s', '%s')".formatted(type, metadata));
            }
        }
        return events;
    }
}
