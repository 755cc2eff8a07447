package io.daybook.http.message;

import io.daybook.api.log.EventLog;
import io.daybook.http.EdgeSettings;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class MessageConfiguration {

    @Bean
    Commands commands(CommandBus bus, EdgeSettings settings) {
        return new Commands(bus, settings.limits().deadline());
    }

    @Bean
    Queries queries(QueryBus bus, EdgeSettings settings) {
        return new Queries(bus, settings.limits().deadline());
    }

    @Bean
    Once once(Queries queries, EventLog log) {
        return new Once(queries, log);
    }
}
