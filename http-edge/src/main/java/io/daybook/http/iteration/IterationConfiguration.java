package io.daybook.http.iteration;

import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationCommand.LogHistogram;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.http.EdgeSettings;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Queries;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({IterationController.class, ParameterController.class, MetricController.class, MetricBatchController.class})
public class IterationConfiguration {

    /** What goes into one command: so many scalars, or histograms with about so many buckets. */
    static final int HEAVIEST = 10_000;

    @Bean
    Combiner<NewPoint> scalars(Commands commands, EdgeSettings settings) {
        Queues<NewPoint> queues = new Queues<>(point -> 1, settings.limits().queue(), HEAVIEST);
        return new Combiner<>(
                commands,
                IterationConfiguration::command,
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

    private static LogScalar command(IterationId iteration, List<NewPoint> points) {
        boolean[] counted = null;
        for (int i = 0; i < points.size(); i++) {
            if (!points.get(i).counted()) continue;
            if (counted == null) counted = new boolean[points.size()];
            counted[i] = true;
        }
        ScalarPoints columns =
                ScalarPoints.of(points.stream().map(NewPoint::point).toList());
        return new LogScalar(iteration, columns, counted);
    }

    private static int weight(HistogramPoint point) {
        return 8 + point.histogram().buckets().length;
    }
}
