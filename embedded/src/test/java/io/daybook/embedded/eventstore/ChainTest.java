package io.daybook.embedded.eventstore;

import static io.daybook.testkit.eventstore.Notes.note;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.LoggedEvent;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recomputes the chain with an implementation that shares nothing with the log's, from the words of docs/audit.md. */
class ChainTest {

    @TempDir
    private Path home;

    @Test
    @Tag("ops-4.chain")
    @Tag("ops-4.chain.bytes")
    void every_hash_is_what_the_words_say() throws Exception {
        try (SqliteLog log = Logs.open(home)) {
            append(
                    log,
                    note("a", 0).withMetaData(Map.of("via", "crayon", "actor", "1", "requestIds", "x y")),
                    note("b", 0),
                    GenericEventMessage.asEventMessage("of no aggregate").withMetaData(Map.of("é\n", "\uD83D\uDE00")));
            byte[] hash = new byte[32];
            for (LoggedEvent event : log.read(EventFilter.ALL).toList()) {
                hash = next(hash, event);
                assertThat(event.hash()).as("position %d", event.position()).isEqualTo(hash);
            }
        }
    }

    @Test
    @Tag("ops-4.as-of.instant")
    void the_moment_never_falls() {
        try (SqliteLog log = Logs.open(home)) {
            long[] times = {1_000, 3_000, 2_000, 3_500};
            for (int i = 0; i < times.length; i++) append(log, at(times[i], i));

            assertThat(log.read(EventFilter.ALL).map(LoggedEvent::moment))
                    .containsExactly(1_000L, 3_000L, 3_000L, 3_500L);
            assertThat(log.read(EventFilter.ALL).map(LoggedEvent::timestamp))
                    .containsExactly(1_000L, 3_000L, 2_000L, 3_500L);
        }
    }

    private static void append(SqliteLog log, EventMessage<?>... events) {
        Logs.engine(log).appendEvents(events);
    }

    private static EventMessage<?> at(long millis, long sequence) {
        return new GenericDomainEventMessage<>(
                "clock", "clock", sequence, new GenericEventMessage<>("tick"), () -> Instant.ofEpochMilli(millis));
    }

    private static byte[] next(byte[] before, LoggedEvent event) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(before);
        text(out, event.position());
        text(out, event.id());
        text(out, event.timestamp());
        text(out, event.aggregateType());
        text(out, event.aggregateId());
        text(out, event.sequence());
        text(out, event.type());
        text(out, event.revision());
        text(out, event.metadata().size());
        for (var entry : new TreeMap<>(event.metadata()).entrySet()) {
            text(out, entry.getKey());
            text(out, entry.getValue());
        }
        byte[] payloadHash = sha256(event.payload());
        out.writeInt(payloadHash.length);
        out.write(payloadHash);
        return sha256(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeInt(0xFFFFFFFF);
            return;
        }
        byte[] utf8 = value.toString().getBytes(UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
