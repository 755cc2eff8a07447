package io.daybook.http.audit;

import io.daybook.api.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({AuditController.class, CheckpointController.class, StreamController.class})
public class AuditConfiguration {

    @Bean
    Events auditEvents(EventLog log) {
        return new Events(log);
    }

    @Bean
    Streams auditStreams() {
        return new Streams();
    }
}
