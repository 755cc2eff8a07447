package io.daybook.http.crayon;

import io.daybook.api.crayon.CrayonView;
import io.daybook.http.EdgeSettings;
import io.daybook.http.message.Once;
import io.daybook.http.message.Queries;
import io.daybook.http.request.Bodies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({VersionController.class, ExperimentsController.class, ScalarsController.class, HistogramsController.class})
public class CrayonConfiguration {

    @Bean
    CrayonWrites crayonWrites(Once once, Bodies bodies) {
        return new CrayonWrites(once, bodies);
    }

    @Bean
    SeriesReader<CrayonView.Scalars> scalarsReader(Queries queries, EdgeSettings settings) {
        return new SeriesReader<>(
                queries,
                CrayonView.Scalars.class,
                SeriesPage.Scalars::new,
                settings.limits().scalars());
    }

    @Bean
    SeriesReader<CrayonView.Histograms> histogramsReader(Queries queries, EdgeSettings settings) {
        return new SeriesReader<>(
                queries,
                CrayonView.Histograms.class,
                SeriesPage.Histograms::new,
                settings.limits().histograms());
    }
}
