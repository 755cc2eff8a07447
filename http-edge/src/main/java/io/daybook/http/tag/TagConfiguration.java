package io.daybook.http.tag;

import io.daybook.http.message.Commands;
import io.daybook.http.sequence.IdLeases;
import io.daybook.http.tracking.TrackingReads;
import io.daybook.http.tracking.TrackingWrites;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({TagController.class, BearerController.class})
public class TagConfiguration {

    @Bean
    Tagging tagging(Commands commands, IdLeases ids, TrackingReads reads, TrackingWrites writes) {
        return new Tagging(commands, ids, reads, writes);
    }
}
