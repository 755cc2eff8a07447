package io.daybook.embedded.eventstore;

import static io.daybook.testkit.eventstore.Notes.notes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.embedded.log.EventsFile;
import io.daybook.testkit.chain.IndependentChain;
import io.daybook.testkit.chain.IndependentChain.End;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two pieces of code that share nothing have one opinion of a log. */
@SuppressWarnings("NullAway.Init") // written before each test
class IndependentChainTest {

    @TempDir
    private Path home;

    private String head;

    @BeforeEach
    void write_a_log() {
        SqliteLog log = Logs.open(home);
        Logs.engine(log).appendEvents(notes("a", 3));
        Logs.engine(log).appendEvents(notes("b", 2));
        head = log.verify(1, 5).hash();
        log.close();
    }

    @Test
    @Tag("ops-4.chain")
    void it_finds_the_hash_that_the_log_finds() {
        assertThat(recompute(End.NOTHING)).isEqualTo(new End(5, head));
        assertThat(recompute(new End(5, head))).isEqualTo(new End(5, head));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE events SET payload = '"note"' WHERE position = 2      | event 2 has another payload
            UPDATE events SET revision = '9' WHERE position = 5          | event 5 breaks the chain
            UPDATE events SET event_id = 'other' WHERE position = 1      | event 1 breaks the chain
            UPDATE events SET metadata = '{"actor":"2"}' WHERE position = 3 | event 3 breaks the chain
            UPDATE events SET moment = moment + 1 WHERE position = 4     | event 4 has a wrong moment
            UPDATE events SET sequence = 7 WHERE position = 5            | event 5 is out of the sequence of b
            DELETE FROM events WHERE position = 2                        | event 2 is missing
            """)
    void it_finds_every_change(String change, String found) throws SQLException {
        change(change);

        assertThatThrownBy(() -> recompute(End.NOTHING)).hasMessage(found);
    }

    @Test
    void it_finds_a_cut_tail_and_another_history() throws SQLException {
        assertThatThrownBy(() -> recompute(new End(5, "00"))).hasMessage("event 5 was another");
        change("DELETE FROM events WHERE position = 5");

        assertThatThrownBy(() -> recompute(new End(5, head))).hasMessageStartingWith("the log became shorter");
    }

    private End recompute(End known) {
        return IndependentChain.recompute(home.resolve("events.db"), known);
    }

    private void change(String sql) throws SQLException {
        try (Connection events = EventsFile.connect(home.resolve("events.db"))) {
            EventsFile.run(events, "DROP TRIGGER events_are_not_changed", "DROP TRIGGER events_are_not_deleted", sql);
        }
    }
}
