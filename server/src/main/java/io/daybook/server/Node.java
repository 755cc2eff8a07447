package io.daybook.server;

import io.daybook.api.documents.Documents;
import io.daybook.command.CommandSide;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.embedded.home.HomeLock;
import io.daybook.http.access.Passwords;
import io.daybook.query.QuerySide;
import io.daybook.server.event.StoredTypeSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.lifecycle.Phase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Everything below the edge, started before the first request is taken and stopped after the last one was answered.
 * Order of starting: the folder, the log, the deciding side with its seed and folded state, the views, their projections.
 */
final class Node implements SmartLifecycle {

    /** Handlers are registered before this phase; projections and connectors start after it. */
    private static final int HANDLERS_READY = Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS + 1;

    /** What a node is made of. */
    record Parts(
            SqliteLog log,
            Documents documents,
            CommandSide commandSide,
            QuerySide querySide,
            StoredTypeSerializer serializer) {}

    private final DaybookSettings settings;
    private final Parts parts;
    private final Configuration axon;
    private final HomeLock lock;
    private Future<String> firstPasswordHash = CompletableFuture.failedFuture(new IllegalStateException("not empty"));
    private volatile @Nullable ZoneId zone;
    private volatile boolean running;

    Node(DaybookSettings settings, Parts parts, Configuration axon) {
        this.settings = settings;
        this.parts = parts;
        this.axon = axon;
        this.lock = new HomeLock(settings.home());
    }

    /** The time zone of all local dates, known once the node has started. */
    ZoneId zone() {
        ZoneId known = zone;
        if (known == null) throw new IllegalStateException("the log was not opened yet");
        return known;
    }

    /** The log as it is restored, while this serves. */
    LiveLog live() {
        return new LiveLog(parts, axon, this::readSeed);
    }

    /** Where uploads are kept while they are read, and views of the past. */
    static Path temporary(DaybookSettings settings) {
        return settings.home().resolve("tmp");
    }

    @Override
    public void start() {
        lock.acquire();
        try {
            clearTemporary();
            if (!settings.eventStore().isShared()) new CopiedHome(settings.home()).requireOwn();
            parts.log().open();
            if (settings.eventStore().isShared()) join();
            if (parts.log().head() == 0) hashFirstPassword();
            axon.onStart(HANDLERS_READY, this::begin);
            axon.start();
            running = true;
        } catch (RuntimeException failure) {
            // nothing may keep a process alive that does not serve
            stop();
            throw failure;
        }
    }

    private void join() {
        parts.log().connect();
        parts.log().requireCopy();
        new CopiedHome(settings.home()).mark();
    }

    /** Slow on purpose: it need not wait until it is wanted. */
    private void hashFirstPassword() {
        firstPasswordHash = CompletableFuture.supplyAsync(
                () -> Passwords.hash(settings.auth().firstPassword()));
    }

    private void begin() {
        parts.commandSide().catchUp(parts.log(), 0, parts.serializer());
        parts.log().follow(event -> parts.commandSide().take(event, parts.serializer()));
        readSeed();
        parts.querySide().views().open();
    }

    /** What the log's first event says, which is planted unless it is there. */
    void readSeed() {
        zone = new Seed(parts.log(), parts.serializer(), firstPasswordHash).plant(axon.commandBus(), settings.zone());
    }

    @Override
    public void stop() {
        axon.shutdown();
        parts.querySide().close();
        parts.documents().close();
        parts.log().close();
        lock.close();
        running = false;
    }

    /** What an earlier process was reading when it was killed is of no use to anybody. */
    private void clearTemporary() {
        Path folder = temporary(settings);
        try {
            Files.createDirectories(folder);
            try (Stream<Path> left = Files.list(folder)) {
                for (Path file : left.toList()) Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot use the folder " + folder, failure);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts in the last phases, and stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
