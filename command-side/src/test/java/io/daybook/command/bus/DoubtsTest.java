package io.daybook.command.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.AccessQuery.FindCredentials;
import io.daybook.api.access.Credentials;
import io.daybook.api.log.OutcomeUnknown;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserCommand.ChangeUser;
import io.daybook.api.user.UserCommand.CreateUser;
import io.daybook.api.user.UserCommand.SeedDefaultUser;
import io.daybook.api.user.UserId;
import io.daybook.api.user.Username;
import io.daybook.command.Deciding;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is folded when an append ends in an unknown outcome. */
class DoubtsTest {

    private static final String DATE = "2026-02-11T09:15:00.004";

    private final Deciding deciding = new Deciding();
    private final AtomicReference<Runnable> held = new AtomicReference<>(() -> {});

    private static final class Silent extends EventStoreException implements OutcomeUnknown {
        private static final long serialVersionUID = 1L;

        Silent() {
            super("the outcome is unknown");
        }
    }

    @BeforeEach
    void seed() {
        deciding.when(new SeedDefaultUser(UserId.DEFAULT, "first", DATE, "UTC"));
    }

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    void what_stands_in_the_log_is_known_though_its_command_failed() {
        deciding.nextAppend(append -> {
            // outside of the unit of work, whose failure would take it back
            CompletableFuture.runAsync(append).join();
            throw new Silent();
        });
        assertThat(deciding.refusalOf(create("alice", 2))).isEqualTo(Refusal.STORE_UNAVAILABLE);
        assertThat(hash("alice")).contains("hash");
    }

    @Test
    void what_comes_later_is_known_from_then_on() {
        appendIsHeld();
        assertThat(deciding.refusalOf(create("alice", 2))).isEqualTo(Refusal.STORE_UNAVAILABLE);
        assertThat(hash("alice")).isEmpty();
        held.get().run();
        assertThat(hash("alice")).contains("hash");
    }

    @Test
    void what_comes_after_it_counts_more() {
        deciding.when(create("alice", 2));
        appendIsHeld();
        assertThat(deciding.refusalOf(password("second"))).isEqualTo(Refusal.STORE_UNAVAILABLE);
        held.get().run();
        deciding.when(password("third"));
        assertThat(hash("alice")).contains("third");
    }

    /** The log is written in order: what is not there when a later append was acknowledged will not come. */
    @Test
    void what_never_came_is_forgotten_with_the_next_append() {
        appendIsHeld();
        assertThat(deciding.refusalOf(create("alice", 2))).isEqualTo(Refusal.STORE_UNAVAILABLE);
        deciding.when(create("bob", 3));
        held.get().run();
        assertThat(hash("bob")).contains("hash");
        assertThat(hash("alice")).isEmpty();
    }

    private void appendIsHeld() {
        deciding.nextAppend(append -> {
            held.set(append);
            throw new Silent();
        });
    }

    private Optional<String> hash(String username) {
        return deciding.find(new FindCredentials(username), Credentials.class).map(Credentials::passwordHash);
    }

    private static CreateUser create(String username, long id) {
        return new CreateUser(new UserId(id), new Username(username), "A", "B", "hash", DATE);
    }

    private static ChangeUser password(String hash) {
        return new ChangeUser(new UserId(2), null, null, hash, null);
    }
}
