package io.daybook.server;

import io.daybook.api.backup.Restored.Misfit;
import io.daybook.api.backup.ServerBackup;
import io.daybook.api.backup.ServerRestore;
import io.daybook.api.resource.ContentStore;
import io.daybook.embedded.checkpoint.FileCheckpoints;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.query.backup.whole.Progress;
import io.daybook.query.backup.whole.ServerBackupZip;
import io.daybook.server.event.StoredTypeSerializer;
import io.daybook.server.restore.Restoration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything out, and in again. */
@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

    /** Other nodes are at work on what would be replaced. */
    private static final String BEFORE =
            "with Axon Server a backup is restored before the first node serves, by the command"
                    + " java -jar daybook.jar restore FILE";

    @Bean
    ServerBackup serverBackup(
            SqliteLog log, FileCheckpoints checkpoints, ContentStore contents, StoredTypeSerializer events) {
        return new ServerBackupZip(log, checkpoints, contents, events);
    }

    @Bean
    Restoration.Parts restorationParts(
            DaybookSettings settings, Node node, FileCheckpoints checkpoints, ContentStore contents) {
        return new Restoration.Parts(settings.home(), node.live(), checkpoints, contents);
    }

    @Bean
    ServerRestore serverRestore(DaybookSettings settings, Restoration.Parts parts, StoredTypeSerializer events) {
        if (settings.eventStore().isShared()) return (zip, upTo) -> new Misfit(BEFORE);
        return new Restoration(parts, events, Progress.NONE);
    }
}
