package io.daybook.server;

import io.daybook.api.documents.Documents;
import io.daybook.api.log.Freshness;
import io.daybook.command.CommandSettings;
import io.daybook.command.CommandSide;
import io.daybook.embedded.documents.ScratchDocuments;
import io.daybook.embedded.eventstore.SqliteEventStorageEngine;
import io.daybook.embedded.eventstore.SqliteEventStore;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.query.QuerySettings;
import io.daybook.query.QuerySide;
import io.daybook.server.event.MillisecondClock;
import io.daybook.server.event.StoredTypeSerializer;
import io.daybook.server.metrics.CommandMetrics;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.context.annotation.Bean;

/** The two sides on one set of buses and one log. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class AxonWiring {

    /** Events that a projection takes at once: enough to write in bulk, few enough to keep readers waiting briefly. */
    static final int BATCH = 1_000;

    @Bean
    CommandSide commandSide(DaybookSettings settings, Freshness others) {
        var bounds = new CommandSettings(
                settings.commands().cachedAggregates(),
                settings.commands().snapshotEvery(),
                settings.commands().deadline());
        return new CommandSide(bounds, others);
    }

    @Bean
    StoredTypeSerializer eventSerializer() {
        return StoredTypeSerializer.forEvents();
    }

    @Bean(destroyMethod = "")
    Configuration axon(
            CommandSide commandSide,
            QuerySide querySide,
            SqliteLog log,
            StoredTypeSerializer events,
            CommandMetrics commands) {
        MillisecondClock.install();
        Configurer axon = DefaultConfigurer.defaultConfiguration(false);
        axon.configureEventSerializer(config -> events);
        axon.configureEventStore(config -> eventStore(log, events));
        axon.configureMessageMonitor(CommandBus.class, config -> commands);
        commandSide.configure(axon, log::head);
        querySide.configure(axon);
        return axon.buildConfiguration();
    }

    @Bean(destroyMethod = "")
    QuerySide querySide(Documents documents, SqliteLog log, DaybookSettings settings) {
        return new QuerySide(
                documents,
                log,
                new QuerySettings(settings.read().deadline(), BATCH),
                () -> new ScratchDocuments(Node.temporary(settings)));
    }

    static SqliteEventStore eventStore(SqliteLog log, StoredTypeSerializer events) {
        SqliteEventStorageEngine engine = SqliteEventStorageEngine.builder(log)
                .eventSerializer(events)
                .snapshotSerializer(StoredTypeSerializer.forSnapshots())
                .build();
        return SqliteEventStore.builder(engine).build();
    }

    @Bean
    CommandBus commandBus(Configuration axon) {
        return axon.commandBus();
    }

    @Bean
    QueryBus queryBus(Configuration axon) {
        return axon.queryBus();
    }
}
