package io.daybook.query;

import io.daybook.api.crayon.CrayonQuery.FindCrayonExperiment;
import io.daybook.api.crayon.CrayonQuery.FindCrayonHistograms;
import io.daybook.api.crayon.CrayonQuery.FindCrayonNames;
import io.daybook.api.crayon.CrayonQuery.FindCrayonScalars;
import io.daybook.api.crayon.CrayonQuery.FindCrayonSeries;
import io.daybook.api.crayon.CrayonQuery.FindMoreHistograms;
import io.daybook.api.crayon.CrayonQuery.FindMoreScalars;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.api.iteration.IterationQuery.FindMetric;
import io.daybook.api.iteration.IterationQuery.FindMetricsOfIteration;
import io.daybook.api.log.EventLog;
import io.daybook.query.crayon.CrayonCollections;
import io.daybook.query.crayon.CrayonQueries;
import io.daybook.query.iteration.SeriesView;
import io.daybook.query.iteration.metric.MetricQueries;
import io.daybook.query.view.ReadGate;
import io.daybook.query.view.ViewPositions;
import io.daybook.query.view.ViewProcessors;
import io.daybook.query.view.ViewProcessors.Batches;
import io.daybook.query.view.Views;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.config.Configurer;
import org.axonframework.config.EventProcessingConfigurer;

/** The table of contents: which views there are, who fills them, and who answers from them. */
public final class QuerySide {

    private static final View NAMES = CrayonCollections.VIEW;
    private static final View SERIES = SeriesView.VIEW;

    /** Which views a query reads, and so waits for. */
    private static final Map<Class<?>, Set<String>> NEEDS = Map.of(
            FindCrayonNames.class, Set.of(NAMES.name()),
            FindCrayonExperiment.class, Set.of(NAMES.name()),
            FindCrayonSeries.class, Set.of(NAMES.name(), SERIES.name()),
            FindCrayonScalars.class, Set.of(NAMES.name(), SERIES.name()),
            FindCrayonHistograms.class, Set.of(NAMES.name(), SERIES.name()),
            FindMoreScalars.class, Set.of(SERIES.name()),
            FindMoreHistograms.class, Set.of(SERIES.name()),
            FindMetric.class, Set.of(SERIES.name()),
            FindMetricsOfIteration.class, Set.of(SERIES.name()));

    private final Documents documents;
    private final EventLog log;
    private final QuerySettings settings;
    private final ViewPositions positions = new ViewPositions();
    private final Views views;

    /** Does no I/O: see {@link Views#open()}. */
    public QuerySide(Documents documents, EventLog log, QuerySettings settings) {
        this.documents = documents;
        this.log = log;
        this.settings = settings;
        this.views = new Views(documents, log, List.of(NAMES, SERIES));
    }

    public Views views() {
        return views;
    }

    public ViewPositions positions() {
        return positions;
    }

    /** Adds projections, query handlers and the gate in front of them. */
    public void configure(Configurer axon) {
        EventProcessingConfigurer processing = axon.eventProcessing();
        ViewProcessors processors = new ViewProcessors(documents, views, positions);
        Batches batches = new Batches(settings.batch(), EventWeight.LIMIT, EventWeight::of);
        processors.register(processing, NAMES, batches, CrayonCollections::projection);
        processors.register(processing, SERIES, batches, SeriesView::projection);

        CrayonQueries crayon = new CrayonQueries(documents, positions, settings.readWait());
        axon.registerQueryHandler(configuration -> crayon);
        MetricQueries metrics = new MetricQueries(documents);
        axon.registerQueryHandler(configuration -> metrics);
        ReadGate gate = new ReadGate(positions, log::head, settings.readWait(), NEEDS);
        axon.onInitialize(configuration -> configuration.queryBus().registerHandlerInterceptor(gate));
    }
}
