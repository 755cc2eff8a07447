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
import io.daybook.api.log.LogHead;
import io.daybook.api.log.LoggedEvent;
import io.daybook.query.view.Projected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.serialization.Serializer;

/**
 * Answers queries as of a position: the projections and the answerers of the present, over the events that tell what is
 * asked about, in documents that live for a while.
 */
public final class Past implements AutoCloseable {

    private final EventLog log;
    private final Present present;
    private final Decoder decoder;
    private final Filling filling;
    private final Pasts pasts;

    /**
     * @param serializer of the events
     * @param scratch documents that nobody else has
     * @param patience how long a read waits for its turn
     */
    public Past(
            EventLog log,
            Present present,
            Supplier<Serializer> serializer,
            Supplier<Documents> scratch,
            Duration patience) {
        this.log = log;
        this.present = present;
        this.decoder = new Decoder(serializer);
        this.filling = new Filling(log, decoder, present, scratch);
        this.pasts = new Pasts(patience);
    }

    /** Says of what the answer lacks something. */
    QueryResponseMessage<?> answer(Object query, ResponseType<?> type, long position) throws Exception {
        try (Held held = hold(query, position)) {
            QueryResponseMessage<?> answer = held.former().ask(query, type);
            Set<String> degraded = held.former().degraded();
            if (answer.isExceptional()) throw Lacking.refused((Exception) answer.exceptionResult(), degraded);
            return Lacking.answered(answer, degraded);
        }
    }

    /** What a query is answered from. */
    private Held hold(Object query, long position) throws InterruptedException {
        Scope scope = new Scope(new Origins(log, decoder, position), position);
        List<EventFilter> filters = new ArrayList<>(Questions.scopeOf(query, scope));
        Optional<String> iteration = iterationNamedBy(query, position);
        iteration.ifPresent(named -> filters.addAll(scope.withPoints(named)));
        return hold(position, present.viewsFor(query.getClass()), filters);
    }

    List<Projected> viewsFor(Class<?> query) {
        return present.viewsFor(query);
    }

    Decoder decoder() {
        return decoder;
    }

    Held hold(long position, List<Projected> views, List<EventFilter> filters) throws InterruptedException {
        String hash = log.at(position).map(LoggedEvent::hashHex).orElse(LogHead.NO_HASH);
        return pasts.hold(new Wanted(position, hash, views, filters), filling::fill);
    }

    /** For Crayon's series, a name leads to an iteration, whose points have to be read as well. */
    private Optional<String> iterationNamedBy(Object query, long position) throws InterruptedException {
        return switch (query) {
            case FindCrayonSeries named -> iterationOf(named.name(), position);
            case FindCrayonScalars named -> iterationOf(named.name(), position);
            case FindCrayonHistograms named -> iterationOf(named.name(), position);
            default -> Optional.empty();
        };
    }

    private Optional<String> iterationOf(CrayonName name, long position) throws InterruptedException {
        ResponseType<CrayonTarget> type = ResponseTypes.instanceOf(CrayonTarget.class);
        FindCrayonExperiment query = new FindCrayonExperiment(name);
        try (Held held = hold(query, position)) {
            QueryResponseMessage<CrayonTarget> found = held.former().ask(query, type);
            return found.isExceptional()
                    ? Optional.empty()
                    : Optional.of(found.getPayload().iterationId().toString());
        }
    }

    @Override
    public void close() {
        pasts.close();
    }
}
