package io.daybook.http.audit;

import io.daybook.api.log.EventLog;
import io.daybook.http.request.LocalDates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({AuditController.class, CheckpointController.class, StreamController.class, DiffController.class})
public class AuditConfiguration {

    @Bean
    Events auditEvents(EventLog log) {
        return new Events(log);
    }

    @Bean
    Things auditThings(LocalDates dates) {
        return new Things(dates);
    }

    @Bean
    Streams auditStreams() {
        return new Streams();
    }
}
