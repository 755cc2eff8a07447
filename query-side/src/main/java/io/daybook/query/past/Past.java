package io.daybook.query.past;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonExperiment;
import io.daybook.api.crayon.CrayonQuery.FindCrayonHistograms;
import io.daybook.api.crayon.CrayonQuery.FindCrayonScalars;
import io.daybook.api.crayon.CrayonQuery.FindCrayonSeries;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.documents.Documents;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.view.ViewPositions;
import io.daybook.query.view.ViewReplay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.axonframework.serialization.Serializer;

/**
 * Answers queries as of a position: the projections and the answerers of the present, over the events that tell what is
 * asked about, in documents that live as long as the answer takes.
 */
final class Past {

    private static final int BATCH = 500;

    private final EventLog log;
    private final Present present;
    private final Serializer serializer;
    private final long position;
    private final Set<String> degraded = new LinkedHashSet<>();

    Past(EventLog log, Present present, Serializer serializer, long position) {
        this.log = log;
        this.present = present;
        this.serializer = serializer;
        this.position = position;
    }

    <R> QueryResponseMessage<R> answer(Object query, ResponseType<R> type) {
        Scope scope = new Scope(new LoggedContainers(log, serializer, position), position);
        List<EventFilter> filters = new ArrayList<>(Questions.scopeOf(query, scope));
        iterationNamedBy(query).ifPresent(iteration -> filters.addAll(scope.withPoints(iteration)));
        return answer(query, type, filters);
    }

    private <R> QueryResponseMessage<R> answer(Object query, ResponseType<R> type, List<EventFilter> filters) {
        Documents documents = new MemoryDocuments();
        ViewPositions positions = new ViewPositions();
        List<ViewReplay> replays = present.viewsFor(query).stream()
                .map(projected -> new ViewReplay(documents, projected, log, positions))
                .toList();
        replays.forEach(ViewReplay::begin);
        try (Merged events = new Merged(log, filters)) {
            while (events.hasNext()) {
                List<TrackedEventMessage<?>> batch = batch(events);
                replays.forEach(replay -> replay.feed(batch));
            }
        }
        replays.forEach(replay -> replay.reach(position));
        replays.forEach(replay -> degraded.addAll(replay.degraded()));
        return ask(present.answerers().apply(documents, positions), query, type);
    }

    private List<TrackedEventMessage<?>> batch(Merged events) {
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        while (events.hasNext() && batch.size() < BATCH) batch.add(ViewReplay.at(events.next(), serializer));
        return batch;
    }

    private static <R> QueryResponseMessage<R> ask(List<Object> answerers, Object query, ResponseType<R> type) {
        SimpleQueryBus bus = SimpleQueryBus.builder().build();
        for (Object answerer : answerers) new AnnotationQueryHandlerAdapter<>(answerer).subscribe(bus);
        return bus.query(new GenericQueryMessage<>(query, type)).join();
    }

    /** For Crayon's series, a name leads to an iteration, whose points have to be read as well. */
    private Optional<String> iterationNamedBy(Object query) {
        return switch (query) {
            case FindCrayonSeries named -> iterationOf(named.name());
            case FindCrayonScalars named -> iterationOf(named.name());
            case FindCrayonHistograms named -> iterationOf(named.name());
            default -> Optional.empty();
        };
    }

    private Optional<String> iterationOf(CrayonName name) {
        ResponseType<CrayonTarget> type = ResponseTypes.instanceOf(CrayonTarget.class);
        QueryResponseMessage<CrayonTarget> found = answer(new FindCrayonExperiment(name), type);
        return found.isExceptional()
                ? Optional.empty()
                : Optional.of(found.getPayload().iterationId().toString());
    }

    /** What the answers so far lack something of, since not all of its events could be applied. */
    Set<String> degraded() {
        return degraded;
    }
}
