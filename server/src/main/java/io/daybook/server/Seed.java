package io.daybook.server;

import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.Door;
import io.daybook.api.message.Meta;
import io.daybook.api.message.StoredType;
import io.daybook.api.user.UserCommand.SeedDefaultUser;
import io.daybook.api.user.UserEvent.DefaultUserSeeded;
import io.daybook.api.user.UserId;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Event 1: the {@code default} user, and the time zone of the log's local dates. */
final class Seed {

    private static final Logger logger = LoggerFactory.getLogger(Seed.class);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");
    private static final int SECONDS = 30;

    private final EventLog log;
    private final Serializer serializer;
    private final Future<String> passwordHash;

    /** @param passwordHash of the {@code default} user, for an empty log alone */
    Seed(EventLog log, Serializer serializer, Future<String> passwordHash) {
        this.log = log;
        this.serializer = serializer;
        this.passwordHash = passwordHash;
    }

    /** Plants it in an empty log, and answers with the zone that is stored. */
    ZoneId plant(CommandBus commands, @Nullable ZoneId wanted) {
        if (log.at(1).isEmpty()) seed(commands, wanted == null ? ZoneId.systemDefault() : wanted);
        ZoneId stored = zone().orElseThrow(() -> new IllegalStateException("the log does not begin with its seed"));
        if (wanted != null && !wanted.equals(stored)) {
            logger.warn("daybook.zone={} is ignored: this log keeps the zone of its first start, {}", wanted, stored);
        }
        return stored;
    }

    private void seed(CommandBus commands, ZoneId zone) {
        String now = LocalDateTime.now(zone).format(DATE);
        var command = GenericCommandMessage.asCommandMessage(
                        new SeedDefaultUser(UserId.DEFAULT, hash(), now, zone.getId()))
                .andMetaData(Map.of(Meta.ACTOR, "1", Meta.VIA, Door.SYSTEM.via()));
        var answer = new CompletableFuture<CommandResultMessage<?>>();
        commands.dispatch(command, (sent, result) -> answer.complete(result));
        CommandResultMessage<?> result =
                answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        // another node may have been first
        if (result.isExceptional() && log.at(1).isEmpty()) {
            throw new IllegalStateException("the log could not be begun", result.exceptionResult());
        }
    }

    private String hash() {
        try {
            return passwordHash.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the first password could not be hashed", failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the log was begun", e);
        }
    }

    private Optional<ZoneId> zone() {
        return log.at(1)
                .filter(first -> first.type().equals(StoredType.DefaultUserSeeded.name()))
                .map(first -> ZoneId.of(seeded(first).zone()));
    }

    private DefaultUserSeeded seeded(LoggedEvent event) {
        var type = new SimpleSerializedType(event.type(), event.revision());
        DefaultUserSeeded seeded =
                serializer.deserialize(new SimpleSerializedObject<>(event.payload(), byte[].class, type));
        return seeded;
    }
}
