package io.daybook.server;

import io.daybook.api.log.Freshness;
import io.daybook.api.resource.ContentStore;
import io.daybook.embedded.content.FilesystemContent;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.query.mongodb.GridFsContent;
import io.daybook.query.s3.S3Content;
import io.daybook.server.ArtifactSettings.Backend;
import io.daybook.server.content.SeveralStores;
import io.daybook.server.content.Sweep;
import io.daybook.server.content.Sweeping;
import io.daybook.server.event.StoredTypeSerializer;
import io.daybook.server.metrics.MeasuredContent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the bytes of resources are kept. Nothing here touches a file or a server. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

    @Bean
    ContentStore contentStore(DaybookSettings settings, MeterRegistry registry) {
        Map<Backend, ContentStore> stores = new EnumMap<>(Backend.class);
        stores.put(Backend.FILESYSTEM, new FilesystemContent(settings.home().resolve("artifacts")));
        String mongodb = settings.mongodbUri();
        if (mongodb != null) stores.put(Backend.GRIDFS, new GridFsContent(mongodb));
        settings.artifacts().address().ifPresent(address -> stores.put(Backend.S3, new S3Content(address)));
        ContentStore current =
                Objects.requireNonNull(stores.remove(settings.artifacts().backend()));
        return new MeasuredContent(new SeveralStores(current, List.copyOf(stores.values())), registry);
    }

    @Bean
    Sweep sweep(
            DaybookSettings settings, SqliteLog log, Freshness node, StoredTypeSerializer events, ContentStore store) {
        return new Sweep(log, node, events, store, settings.artifacts().sweepAfter());
    }

    @Bean
    Sweeping sweeping(DaybookSettings settings, Sweep sweep) {
        return new Sweeping(sweep, settings.artifacts().sweepAfter());
    }
}
