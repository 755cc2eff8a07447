package io.daybook.server;

import io.daybook.api.documents.Documents;
import io.daybook.api.log.Freshness;
import io.daybook.axonserver.AxonServerLog;
import io.daybook.embedded.checkpoint.FileCheckpoints;
import io.daybook.embedded.documents.SqliteDocuments;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.embedded.eventstore.SqliteLogSettings;
import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import io.daybook.query.mongodb.MongoDocuments;
import io.daybook.server.metrics.LogMetrics;
import io.daybook.server.metrics.MeasuredFreshness;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the log and the views are kept. Nothing here touches a file or a server: {@link Node} does, at start. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean(destroyMethod = "")
    SqliteLog log(DaybookSettings settings, AxonServerProperties axonServer, LogMetrics metrics) {
        if (!settings.eventStore().isShared()) return new SqliteLog(file(settings), metrics);
        Duration deadline = settings.eventStore().deadline();
        var server = new AxonServerLog(axonServer.settings(nodeName(settings), deadline));
        return new SqliteLog(file(settings), metrics, server);
    }

    /** Unlike any other node's: in containers, folders and numbers of processes are all the same. */
    private static String nodeName(DaybookSettings settings) {
        return settings.home().getFileName() + ":"
                + ManagementFactory.getRuntimeMXBean().getName();
    }

    /** A copy need not be on disk before anybody is answered: it can be had again. */
    private static SqliteLogSettings file(DaybookSettings settings) {
        Path home = settings.home();
        Sync sync = settings.eventStore().isShared()
                ? Sync.OS
                : Sync.valueOf(settings.eventStore().sync().name());
        return new SqliteLogSettings(
                home.resolve("events.db"),
                home.resolve("snapshots.db"),
                sync,
                settings.eventStore().queue(),
                settings.eventStore().deadline());
    }

    @Bean
    Freshness freshness(DaybookSettings settings, SqliteLog log, MeterRegistry registry) {
        if (!settings.eventStore().isShared()) return Freshness.ALONE;
        return new MeasuredFreshness(() -> log.refresh(settings.read().deadline()), registry);
    }

    @Bean(destroyMethod = "")
    Documents documents(DaybookSettings settings) {
        String uri = settings.viewsUri();
        return uri == null ? new SqliteDocuments(settings.home().resolve("views")) : new MongoDocuments(uri);
    }

    @Bean
    FileCheckpoints checkpoints(SqliteLog log, DaybookSettings settings) {
        return new FileCheckpoints(log, settings.home());
    }

    @Bean
    HourlyCheckpoint hourlyCheckpoint(FileCheckpoints checkpoints) {
        return new HourlyCheckpoint(checkpoints, HourlyCheckpoint.EVERY);
    }
}
