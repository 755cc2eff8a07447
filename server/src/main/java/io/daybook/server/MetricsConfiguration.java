package io.daybook.server;

import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.query.QuerySide;
import io.daybook.server.metrics.CommandMetrics;
import io.daybook.server.metrics.LogMetrics;
import io.daybook.server.metrics.NodeMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted and measured, beside the edge's own requests. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    @Bean
    LogMetrics logMetrics(MeterRegistry registry) {
        return new LogMetrics(registry);
    }

    @Bean
    CommandMetrics commandMetrics(MeterRegistry registry) {
        return new CommandMetrics(registry);
    }

    @Bean
    NodeMetrics nodeMetrics(MeterRegistry registry, DaybookSettings settings, SqliteLog log, QuerySide querySide) {
        return new NodeMetrics(registry, settings.home(), log, querySide);
    }
}
