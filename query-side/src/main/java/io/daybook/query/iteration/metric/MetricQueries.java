package io.daybook.query.iteration.metric;

import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.IterationQuery.FindMetric;
import io.daybook.api.iteration.IterationQuery.FindMetricsOfIteration;
import io.daybook.api.iteration.MetricView;
import io.daybook.api.page.Page;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import io.daybook.query.iteration.SeriesReader;
import java.util.List;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryHandler;

/**
 * Answers what is asked of metrics. An iteration that is known after the reading was there all the time, and so were its
 * points.
 */
public final class MetricQueries {

    private final SeriesReader series;
    private final MetricFinder finder;
    private final MetricPages pages;

    public MetricQueries(Documents documents) {
        this.series = new SeriesReader(documents);
        this.finder = new MetricFinder(documents);
        this.pages = new MetricPages(documents);
    }

    @QueryHandler
    MetricView handle(FindMetric query) {
        return finder.find(query.id())
                .filter(found -> series.knows(query.id().iteration()))
                .orElseThrow(() -> unknown(query.id().value()));
    }

    @QueryHandler
    @SuppressWarnings("rawtypes") // Axon finds no handler by an answer with a parameter
    Page handle(FindMetricsOfIteration query) {
        Page<MetricView> page = pages.read(query.iteration(), query.slice());
        return series.knows(query.iteration()) ? page : new Page<>(List.of(), 0);
    }

    private static QueryExecutionException unknown(long id) {
        String message = "there is no metric " + id;
        return new QueryExecutionException(message, null, new RefusalDetails(Refusal.UNKNOWN_METRIC, message));
    }
}
