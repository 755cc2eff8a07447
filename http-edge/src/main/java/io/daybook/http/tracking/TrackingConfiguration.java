package io.daybook.http.tracking;

import io.daybook.http.message.Once;
import io.daybook.http.message.Queries;
import io.daybook.http.request.Bodies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class TrackingConfiguration {

    @Bean
    TrackingWrites trackingWrites(Once once, Bodies bodies) {
        return new TrackingWrites(once, bodies);
    }

    @Bean
    TrackingReads trackingReads(Queries queries) {
        return new TrackingReads(queries);
    }
}
