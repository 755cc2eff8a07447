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
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindMetric;
import io.daybook.api.iteration.IterationQuery.FindMetricsOfIteration;
import io.daybook.api.log.Differences;
import io.daybook.api.log.EventLog;
import io.daybook.api.ops.DeadLetters;
import io.daybook.api.series.SeriesQuery.FindScalars;
import io.daybook.api.series.SeriesQuery.FindSeries;
import io.daybook.api.series.SeriesQuery.FindThinnedScalars;
import io.daybook.query.access.AccessView;
import io.daybook.query.access.Authorise;
import io.daybook.query.access.QueryRights;
import io.daybook.query.crayon.CrayonCollections;
import io.daybook.query.crayon.CrayonQueries;
import io.daybook.query.iteration.SeriesView;
import io.daybook.query.iteration.metric.MetricQueries;
import io.daybook.query.past.AsOf;
import io.daybook.query.past.Comparison;
import io.daybook.query.past.Degraded;
import io.daybook.query.past.Past;
import io.daybook.query.past.Present;
import io.daybook.query.rebuild.Care;
import io.daybook.query.rebuild.Subject;
import io.daybook.query.series.SeriesQueries;
import io.daybook.query.tracking.TrackingView;
import io.daybook.query.view.Generations;
import io.daybook.query.view.Projected;
import io.daybook.query.view.ReadGate;
import io.daybook.query.view.ReadWaits;
import io.daybook.query.view.StoreGuard;
import io.daybook.query.view.ViewPositions;
import io.daybook.query.view.ViewProcessors;
import io.daybook.query.view.ViewProcessors.Batches;
import io.daybook.query.view.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The table of contents: which views there are, who fills them, and who answers from them. */
public final class QuerySide implements AutoCloseable {

    private static final View NAMES = CrayonCollections.VIEW;
    private static final View SERIES = SeriesView.VIEW;
    private static final View TRACKING = TrackingView.VIEW;
    private static final View ACCESS = AccessView.VIEW;

    private static final Projected PROJECTED_ACCESS = new Projected(ACCESS, AccessView::projections);

    private static final List<Projected> ANSWERED_FROM = List.of(
            new Projected(NAMES, writer -> List.of(CrayonCollections.projection(writer))),
            new Projected(SERIES, writer -> List.of(SeriesView.projection(writer))),
            new Projected(TRACKING, TrackingView::projections));

    /** The queries that read other views than {@code tracking}. */
    private static final Map<Class<?>, Set<View>> READS = Map.ofEntries(
            Map.entry(FindCrayonNames.class, Set.of(NAMES)),
            Map.entry(FindCrayonExperiment.class, Set.of(NAMES)),
            Map.entry(FindCrayonSeries.class, Set.of(NAMES, SERIES)),
            Map.entry(FindCrayonScalars.class, Set.of(NAMES, SERIES)),
            Map.entry(FindCrayonHistograms.class, Set.of(NAMES, SERIES)),
            Map.entry(FindMoreScalars.class, Set.of(SERIES)),
            Map.entry(FindMoreHistograms.class, Set.of(SERIES)),
            Map.entry(FindMetric.class, Set.of(SERIES, TRACKING)),
            Map.entry(FindMetricsOfIteration.class, Set.of(SERIES, TRACKING)),
            Map.entry(FindSeries.class, Set.of(SERIES, TRACKING)),
            Map.entry(FindScalars.class, Set.of(SERIES, TRACKING)),
            Map.entry(FindThinnedScalars.class, Set.of(SERIES, TRACKING)));

    private final Generations generations;
    private final Documents documents;
    private final EventLog log;
    private final QuerySettings settings;
    private final ViewPositions positions = new ViewPositions();
    private final ReadGate gate;
    private final Views views;
    private final Care care;
    private final ViewProcessors processors;
    private final Past past;
    private volatile @Nullable Serializer serializer;

    /**
     * Does no I/O: see {@link Views#open()}.
     *
     * @param stored where views live
     * @param scratch new documents that nobody else has, for a while
     */
    public QuerySide(Documents stored, EventLog log, QuerySettings settings, Supplier<Documents> scratch) {
        List<View> all = List.of(NAMES, SERIES, TRACKING, ACCESS);
        this.generations = new Generations(stored, log, all);
        this.documents = generations.live();
        this.log = log;
        this.settings = settings;
        this.gate = new ReadGate(positions, log::head, settings.readWait(), needs());
        this.views = new Views(documents, log, all);
        this.processors = new ViewProcessors(documents, views, positions, settings.readWait());
        this.care = new Care(generations, log);
        this.past = new Past(log, present(), this::serializer, scratch, settings.readWait());
    }

    private Present present() {
        return new Present(
                ANSWERED_FROM, needs(), (from, reached) -> answerers(from, reached, () -> reached.of(SERIES.name())));
    }

    private Serializer serializer() {
        return Objects.requireNonNull(serializer, "not configured yet");
    }

    public Views views() {
        return views;
    }

    /** Throws away what the views hold, so that they are filled anew: nothing may be filling them. */
    public void empty() {
        generations.forget();
        views.empty();
    }

    public ViewPositions positions() {
        return positions;
    }

    /** How the views are, and their rebuilding; of a query side that was configured. */
    public Care care() {
        return care;
    }

    /** What views on this node could not apply. */
    public DeadLetters deadLetters() {
        return processors.deadLetters();
    }

    public Differences differences() {
        return new Comparison(log, past, settings.readWait());
    }

    /** Forgets what was read of the past. */
    @Override
    public void close() {
        past.close();
    }

    /** Of reads whose view had not come far enough. */
    public ReadWaits waits() {
        return gate.waits();
    }

    /** Adds projections, query handlers, and what stands in front of them. */
    public void configure(Configurer axon) {
        projections(axon.eventProcessing());
        answerers(documents, positions, log::head)
                .forEach(answerer -> axon.registerQueryHandler(configuration -> answerer));
        axon.onInitialize(this::guard);
        axon.onInitialize(care::begin);
    }

    private void projections(EventProcessingConfigurer axon) {
        Batches batches = new Batches(settings.batch(), settings.batch(), event -> 1);
        // only this view handles points: to weigh them, their events have to be decoded
        Batches ofPoints = new Batches(settings.batch(), EventWeight.LIMIT, EventWeight::of);
        for (Projected projected : ANSWERED_FROM) {
            register(axon, projected, projected.view().equals(SERIES) ? ofPoints : batches);
        }
        register(axon, PROJECTED_ACCESS, batches);
    }

    private void register(EventProcessingConfigurer axon, Projected projected, Batches batches) {
        processors.register(axon, projected, batches);
        care.add(new Subject(projected, processors.cursor(projected.view()), batches.of()));
    }

    private List<Object> answerers(Documents from, ViewPositions reached, LongSupplier head) {
        Predicate<IterationId> hidden = TrackingView.hidden(from);
        List<Object> all = new ArrayList<>(TrackingView.queries(from));
        all.add(new CrayonQueries(from, reached, head, settings.readWait()));
        all.add(new MetricQueries(from, hidden));
        all.add(new SeriesQueries(from, hidden));
        return all;
    }

    /** The past, what is lacking, the gate and the check of rights. */
    private void guard(Configuration axon) {
        serializer = axon.eventSerializer();
        Authorise authorise = new Authorise(documents);
        AsOf.Rights today = query -> {
            gate.awaitHead(ACCESS.name());
            authorise.check(query);
        };
        QueryBus bus = axon.queryBus();
        bus.registerHandlerInterceptor(new StoreGuard());
        bus.registerHandlerInterceptor(new AsOf(log, past, today));
        bus.registerHandlerInterceptor(new Degraded(
                processors.deadLetters(), needs(), name -> CrayonCollections.iterationOf(documents, name), log, past));
        bus.registerHandlerInterceptor(gate);
        bus.registerHandlerInterceptor(authorise);
    }

    /** Which views a query reads, and so waits for: the rights of who asks are in a view, too. */
    private static Map<Class<?>, Set<String>> needs() {
        Map<Class<?>, Set<String>> needs = new HashMap<>();
        for (Class<?> query : QueryRights.queries()) {
            Set<View> reads = READS.getOrDefault(query, Set.of(TRACKING));
            Stream<View> all = Stream.concat(Stream.of(ACCESS), reads.stream());
            needs.put(query, all.map(View::name).collect(Collectors.toSet()));
        }
        return needs;
    }
}
