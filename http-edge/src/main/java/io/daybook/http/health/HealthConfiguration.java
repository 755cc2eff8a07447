package io.daybook.http.health;

import io.daybook.http.EdgeSettings;
import io.daybook.http.request.LocalDates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

    @Bean
    HealthController healthController(EdgeSettings settings, LocalDates dates) {
        return new HealthController(settings.version(), dates);
    }

    @Bean
    ReadinessController readinessController(ObjectProvider<HealthIndicator> indicators) {
        return new ReadinessController(new Readiness(indicators.orderedStream().toList()));
    }
}
