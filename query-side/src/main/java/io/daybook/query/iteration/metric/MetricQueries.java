package io.daybook.query.iteration.metric;

import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindMetric;
import io.daybook.api.iteration.IterationQuery.FindMetricsOfIteration;
import io.daybook.api.iteration.MetricView;
import io.daybook.api.page.Page;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.iteration.SeriesReader;
import io.daybook.query.refusal.Refused;
import java.util.List;
import java.util.function.Predicate;
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
    private final Predicate<IterationId> hidden;

    /** @param hidden iterations that show nothing yet, though their points are there */
    public MetricQueries(Documents documents, Predicate<IterationId> hidden) {
        this.hidden = hidden;
        this.series = new SeriesReader(documents);
        this.finder = new MetricFinder(documents);
        this.pages = new MetricPages(documents);
    }

    @QueryHandler
    MetricView handle(FindMetric query) {
        return finder.find(query.id())
                .filter(found -> shows(query.id().iteration()))
                .orElseThrow(() -> unknown(query.id().value()));
    }

    @QueryHandler
    @SuppressWarnings("rawtypes") // Axon finds no handler by an answer with a parameter
    Page handle(FindMetricsOfIteration query) {
        Page<MetricView> page = pages.read(query.iteration(), query.slice());
        return shows(query.iteration()) ? page : new Page<>(List.of(), 0);
    }

    private boolean shows(IterationId iteration) {
        return series.knows(iteration) && !hidden.test(iteration);
    }

    private static QueryExecutionException unknown(long id) {
        return Refused.query(Refusal.UNKNOWN_METRIC, "there is no metric " + id);
    }
}
