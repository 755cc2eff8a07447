package io.daybook.server;

import io.daybook.api.documents.Documents;
import io.daybook.api.resource.ContentStore;
import io.daybook.embedded.checkpoint.FileCheckpoints;
import io.daybook.embedded.documents.ScratchDocuments;
import io.daybook.embedded.eventstore.SqliteEventStore;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.embedded.home.HomeLock;
import io.daybook.query.QuerySettings;
import io.daybook.query.QuerySide;
import io.daybook.server.event.StoredTypeSerializer;
import io.daybook.server.metrics.LogMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What a server keeps, while none runs on it: its settings are read as it would read them, and nobody else gets in. */
public final class Stopped implements AutoCloseable {

    /** Counts for nobody: tools serve no metrics. */
    private final MeterRegistry metrics = new SimpleMeterRegistry();

    private final DaybookSettings settings;
    private final HomeLock lock;
    private final SqliteLog log;
    private final StoredTypeSerializer events = StoredTypeSerializer.forEvents();

    private Stopped(DaybookSettings settings, AxonServerProperties axonServer) {
        this.settings = settings;
        this.lock = new HomeLock(settings.home());
        this.log = new StorageConfiguration().log(settings, axonServer, new LogMetrics(metrics));
    }

    /**
     * Opens the folder.
     *
     * @param arguments settings, as the server takes them
     * @param fresh whether it may hold no log yet
     * @throws IllegalStateException when it cannot be opened; says why
     */
    public static Stopped open(List<String> arguments, boolean fresh) {
        Environment environment = environment(arguments);
        DaybookSettings settings = bound(environment, "daybook", DaybookSettings.class);
        if (!fresh && !Files.exists(settings.home().resolve("events.db"))) {
            throw new IllegalStateException("there is no log in " + settings.home() + ": name the folder of a server"
                    + " with --daybook.home=...");
        }
        Stopped stopped =
                new Stopped(settings, bound(environment, AxonServerProperties.PREFIX, AxonServerProperties.class));
        try {
            stopped.lock.acquire();
            stopped.log.open();
            return stopped;
        } catch (RuntimeException failure) {
            stopped.close();
            throw failure;
        }
    }

    private static Environment environment(List<String> arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    private static <T> T bound(Environment environment, String prefix, Class<T> type) {
        var strictly = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
        try {
            return Binder.get(environment).bindOrCreate(prefix, Bindable.of(type), strictly);
        } catch (BindException unusable) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(unusable);
            throw new IllegalStateException(unusable.getName() + " is not usable: " + cause.getMessage(), unusable);
        }
    }

    /** Whether the log is a node's copy of one that is in Axon Server. */
    public boolean isShared() {
        return settings.eventStore().isShared();
    }

    public Path home() {
        return settings.home();
    }

    public SqliteLog log() {
        return log;
    }

    public StoredTypeSerializer events() {
        return events;
    }

    public FileCheckpoints checkpoints() {
        return new StorageConfiguration().checkpoints(log, settings);
    }

    /** To be closed. */
    public ContentStore contents() {
        return new ContentConfiguration().contentStore(settings, metrics);
    }

    /** The views and what fills them, not started yet. */
    public Filling filling() {
        Documents documents = new StorageConfiguration().documents(settings);
        QuerySide side = new QuerySide(
                documents,
                log,
                new QuerySettings(Duration.ofSeconds(5), AxonWiring.BATCH),
                () -> new ScratchDocuments(Node.temporary(settings)));
        Configurer axon = DefaultConfigurer.defaultConfiguration(false);
        axon.configureEventSerializer(config -> events);
        axon.configureEventStore(config -> store());
        side.configure(axon);
        return new Filling(documents, side, axon.buildConfiguration());
    }

    private SqliteEventStore store() {
        return AxonWiring.eventStore(log, events);
    }

    /** Views, and the processors that follow the log for them. */
    public record Filling(Documents documents, QuerySide side, Configuration axon) implements AutoCloseable {

        @Override
        public void close() {
            axon.shutdown();
            documents.close();
        }
    }

    @Override
    public void close() {
        log.close();
        lock.close();
    }
}
