package io.daybook.query.past;

import io.daybook.api.crayon.CrayonQuery;
import io.daybook.api.crayon.CrayonQuery.FindCrayonExperiment;
import io.daybook.api.crayon.CrayonQuery.FindCrayonHistograms;
import io.daybook.api.crayon.CrayonQuery.FindCrayonScalars;
import io.daybook.api.crayon.CrayonQuery.FindCrayonSeries;
import io.daybook.api.crayon.CrayonQuery.FindMoreHistograms;
import io.daybook.api.crayon.CrayonQuery.FindMoreScalars;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.Meta;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import io.daybook.query.crayon.CrayonCollections;
import io.daybook.query.crayon.CrayonQueries;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.iteration.SeriesView;
import io.daybook.query.iteration.metric.MetricQueries;
import io.daybook.query.series.SeriesQueries;
import io.daybook.query.tracking.TrackingView;
import io.daybook.query.view.ViewPositions;
import io.daybook.query.view.ViewReplay;
import io.daybook.query.view.ViewReplay.Placed;
import io.daybook.query.view.ViewWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries as of a position: the projections and the answerers of the present, over the events that tell what is
 * asked about, in documents that live as long as the answer takes.
 */
final class Past implements Scope.Containers {

    private static final Duration NO_WAIT = Duration.ofSeconds(1);

    private final EventLog log;
    private final Serializer serializer;
    private final long position;

    Past(EventLog log, Serializer serializer, long position) {
        this.log = log;
        this.serializer = serializer;
        this.position = position;
    }

    <R> QueryResponseMessage<R> answer(Object query, ResponseType<R> type) {
        Scope scope = new Scope(this, position);
        Documents documents = new MemoryDocuments();
        ViewPositions positions = new ViewPositions();
        List<EventFilter> filters = filters(query, scope);
        fill(documents, positions, filters);
        return ask(documents, positions, query, type);
    }

    /** For Crayon's series, names lead to iterations, whose points have to be read as well. */
    private List<EventFilter> filters(Object query, Scope scope) {
        List<EventFilter> filters = new ArrayList<>(Questions.scopeOf(query, scope));
        if (query instanceof CrayonQuery crayon) {
            iterationOf(crayon, scope).ifPresent(iteration -> filters.addAll(scope.withPoints(iteration)));
        }
        return filters;
    }

    private Optional<String> iterationOf(CrayonQuery query, Scope scope) {
        return switch (query) {
            case FindCrayonSeries named -> named(new FindCrayonExperiment(named.name()), scope);
            case FindCrayonScalars named -> named(new FindCrayonExperiment(named.name()), scope);
            case FindCrayonHistograms named -> named(new FindCrayonExperiment(named.name()), scope);
            case FindMoreScalars more -> Optional.of(more.iterationId().toString());
            case FindMoreHistograms more -> Optional.of(more.iterationId().toString());
            default -> Optional.empty();
        };
    }

    private Optional<String> named(FindCrayonExperiment query, Scope scope) {
        Documents documents = new MemoryDocuments();
        ViewPositions positions = new ViewPositions();
        fill(documents, positions, scope.crayon());
        ResponseType<CrayonTarget> type = ResponseTypes.instanceOf(CrayonTarget.class);
        QueryResponseMessage<CrayonTarget> found = ask(documents, positions, query, type);
        return found.isExceptional()
                ? Optional.empty()
                : Optional.of(found.getPayload().iterationId().toString());
    }

    private void fill(Documents documents, ViewPositions positions, List<EventFilter> filters) {
        replay(documents, positions, filters, TrackingView.VIEW, TrackingView::projections);
        replay(documents, positions, filters, SeriesView.VIEW, writer -> List.of(SeriesView.projection(writer)));
        replay(
                documents,
                positions,
                filters,
                CrayonCollections.VIEW,
                writer -> List.of(CrayonCollections.projection(writer)));
    }

    private void replay(
            Documents documents,
            ViewPositions positions,
            List<EventFilter> filters,
            View view,
            Function<ViewWriter, List<Object>> projections) {
        ViewReplay replay = new ViewReplay(documents, view, log, positions, projections);
        try (Merged events = new Merged(log, filters)) {
            replay.feed(placed(events), position);
        }
    }

    private Iterator<Placed> placed(Iterator<LoggedEvent> events) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return events.hasNext();
            }

            @Override
            public Placed next() {
                LoggedEvent event = events.next();
                return new Placed(event.position(), message(event));
            }
        };
    }

    private EventMessage<?> message(LoggedEvent event) {
        return new GenericEventMessage<>(
                event.id(), payload(event), MetaData.from(event.metadata()), Instant.ofEpochMilli(event.timestamp()));
    }

    private Object payload(LoggedEvent event) {
        var type = new SimpleSerializedType(event.type(), event.revision());
        return serializer.deserialize(new SimpleSerializedObject<>(event.payload(), byte[].class, type));
    }

    private static <R> QueryResponseMessage<R> ask(
            Documents documents, ViewPositions positions, Object query, ResponseType<R> type) {
        SimpleQueryBus bus = SimpleQueryBus.builder().build();
        List<Object> answerers = new ArrayList<>(TrackingView.queries(documents));
        answerers.add(new MetricQueries(documents, TrackingView.hidden(documents)));
        answerers.add(new SeriesQueries(documents, TrackingView.hidden(documents)));
        answerers.add(new CrayonQueries(documents, positions, NO_WAIT));
        for (Object answerer : answerers) new AnnotationQueryHandlerAdapter<>(answerer).subscribe(bus);
        return bus.query(new GenericQueryMessage<>(query, type)).join();
    }

    @Override
    public @Nullable String projectOf(String aggregate) {
        if (aggregate.startsWith("project-")) return null;
        return first(aggregate).map(event -> event.metadata().get(Meta.PROJECT)).orElse(null);
    }

    @Override
    public @Nullable String experimentOf(String aggregate) {
        return first(aggregate).map(this::payload).map(Past::experiment).orElse(null);
    }

    private static @Nullable String experiment(Object first) {
        return switch (first) {
            case IterationCreated iteration -> "experiment-" + iteration.experimentId();
            case ResourceCreated resource -> "experiment-" + resource.experimentId();
            default -> null;
        };
    }

    private Optional<LoggedEvent> first(String aggregate) {
        try (Stream<LoggedEvent> events = log.read(new EventFilter(0, position, aggregate, Set.of()))) {
            return events.findFirst();
        }
    }
}
