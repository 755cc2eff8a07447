package io.daybook.http.iteration;

import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationCommand.LogHistogram;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.http.EdgeSettings;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Queries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class IterationConfiguration {

    /** What goes into one command: so many scalars, or histograms with about so many buckets. */
    static final int HEAVIEST = 10_000;

    @Bean
    Combiner<ScalarPoint> scalars(Commands commands, EdgeSettings settings) {
        Queues<ScalarPoint> queues = new Queues<>(point -> 1, settings.limits().queue(), HEAVIEST);
        return new Combiner<>(
                commands,
                (iteration, points) -> new LogScalar(iteration, ScalarPoints.of(points)),
                queues,
                settings.limits().deadline());
    }

    @Bean
    Combiner<HistogramPoint> histograms(Commands commands, EdgeSettings settings) {
        Queues<HistogramPoint> queues =
                new Queues<>(IterationConfiguration::weight, settings.limits().queue(), HEAVIEST);
        return new Combiner<>(
                commands, LogHistogram::new, queues, settings.limits().deadline());
    }

    @Bean
    RunningIterations runningIterations(Queries queries) {
        return new RunningIterations(queries);
    }

    private static int weight(HistogramPoint point) {
        return 8 + point.histogram().buckets().length;
    }
}
