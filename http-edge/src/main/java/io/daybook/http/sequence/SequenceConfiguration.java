package io.daybook.http.sequence;

import io.daybook.api.log.Freshness;
import io.daybook.http.EdgeSettings;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Queries;
import io.daybook.http.request.LocalDates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class SequenceConfiguration {

    private static final int MANY = 1024;

    /** Of nodes that kept blocks each, a later thing would often have the lower id, and lists go by ids. */
    @Bean
    IdLeases idLeases(Commands commands, EdgeSettings settings, Freshness node) {
        return new IdLeases(commands, settings.limits().deadline(), node == Freshness.ALONE ? MANY : 1);
    }

    @Bean
    NewExperiments newExperiments(Queries queries, IdLeases ids, LocalDates dates, EdgeSettings settings) {
        return new NewExperiments(queries, ids, dates, settings.projectName());
    }
}
