package io.daybook.server;

import io.daybook.api.documents.Documents;
import io.daybook.embedded.checkpoint.FileCheckpoints;
import io.daybook.embedded.documents.SqliteDocuments;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.embedded.eventstore.SqliteLogSettings;
import io.daybook.query.mongodb.MongoDocuments;
import io.daybook.server.metrics.LogMetrics;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the log and the views are kept. Nothing here touches a file or a server: {@link Node} does, at start. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean(destroyMethod = "")
    SqliteLog log(DaybookSettings settings, LogMetrics metrics) {
        Path home = settings.home();
        var log = new SqliteLogSettings(
                home.resolve("events.db"),
                home.resolve("snapshots.db"),
                SqliteLogSettings.Sync.valueOf(settings.eventStore().sync().name()),
                settings.eventStore().queue(),
                settings.eventStore().deadline());
        return new SqliteLog(log, metrics);
    }

    @Bean(destroyMethod = "")
    Documents documents(DaybookSettings settings) {
        String uri = settings.mongodbUri();
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
