package io.daybook.server;

import io.daybook.api.documents.Documents;
import io.daybook.api.ops.DeadLetters;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.query.QuerySide;
import io.daybook.server.health.HealthChecks;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What readiness asks. Whoever knows of something else that may be wrong adds a bean of {@link HealthIndicator}. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator logHealth(DaybookSettings settings, SqliteLog log) {
        return HealthChecks.log(settings.home(), log);
    }

    @Bean
    HealthIndicator documentsHealth(Documents documents, QuerySide querySide) {
        return HealthChecks.documents(documents, querySide);
    }

    @Bean
    HealthIndicator viewsHealth(QuerySide querySide, org.axonframework.config.Configuration axon) {
        return HealthChecks.views(querySide, axon);
    }

    @Bean
    HealthIndicator deadLettersHealth(DeadLetters letters) {
        return HealthChecks.deadLetters(letters);
    }
}
