package io.daybook.http.series;

import io.daybook.http.EdgeSettings;
import io.daybook.http.message.Queries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({SeriesController.class, SeriesLogController.class, CompareController.class})
public class SeriesConfiguration {

    @Bean
    SeriesReads seriesReads(Queries queries, EdgeSettings settings) {
        return new SeriesReads(queries, settings.limits().scalars());
    }
}
