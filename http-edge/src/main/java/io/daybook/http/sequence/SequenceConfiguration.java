package io.daybook.http.sequence;

import io.daybook.http.EdgeSettings;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Queries;
import io.daybook.http.request.LocalDates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class SequenceConfiguration {

    @Bean
    IdLeases idLeases(Commands commands, EdgeSettings settings) {
        return new IdLeases(commands, settings.limits().deadline());
    }

    @Bean
    NewExperiments newExperiments(Queries queries, IdLeases ids, LocalDates dates, EdgeSettings settings) {
        return new NewExperiments(queries, ids, dates, settings.projectName());
    }
}
