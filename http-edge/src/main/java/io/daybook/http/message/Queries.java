package io.daybook.http.message;

import io.daybook.api.message.Meta;
import io.daybook.api.page.Page;
import io.daybook.http.refusal.Refused;
import io.daybook.http.request.Reading;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;

/** Asks queries, and waits for their answers. */
public final class Queries {

    private final QueryBus bus;
    private final Duration deadline;

    public Queries(QueryBus bus, Duration deadline) {
        this.bus = bus;
        this.deadline = deadline;
    }

    /** Asks a view. */
    public <R> Answered<R> ask(Object query, Class<R> type, Reading reading) {
        Answered<R> answer = ask(query, ResponseTypes.instanceOf(type), metadata(reading));
        if (answer.position() < 0) throw new IllegalStateException("no position came back with " + query.getClass());
        return answer;
    }

    /** Asks a view for a part of a list. */
    @SuppressWarnings("unchecked") // what is in a page, its query says
    public <V> Answered<Page<V>> page(Object query, Reading reading) {
        return (Answered<Page<V>>) (Answered<?>) ask(query, Page.class, reading);
    }

    /** Asks a view for all of a list: it comes as an array, whose type says what is in it. */
    public <V> Answered<List<V>> list(Object query, Class<V> type, Reading reading) {
        @SuppressWarnings("unchecked") // arrays of V are of this class
        Class<V[]> array = (Class<V[]>) type.arrayType();
        Answered<V[]> answer = ask(query, array, reading);
        return new Answered<>(List.of(answer.value()), answer.position());
    }

    /** Asks the command side, whose answer is about now. */
    public <R> Answered<R> decide(Object query, Class<R> type) {
        return ask(query, ResponseTypes.instanceOf(type), Map.of());
    }

    private static Map<String, String> metadata(Reading reading) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(Meta.ACTOR, Long.toString(reading.reader().value()));
        Long position = reading.position();
        if (position != null) metadata.put(Meta.POSITION, position.toString());
        String asOf = reading.asOf();
        if (asOf != null) metadata.put(Meta.AS_OF, asOf);
        return metadata;
    }

    private <R> Answered<R> ask(Object query, ResponseType<R> type, Map<String, String> metadata) {
        QueryResponseMessage<R> response =
                Failures.await(bus.query(new GenericQueryMessage<>(query, type).withMetaData(metadata)), deadline);
        if (response.isExceptional()) throw refused(response.exceptionResult());
        Degradation.tell(response.getMetaData().get(Meta.DEGRADED));
        Object position = response.getMetaData().get(Meta.ANSWERED_AT);
        return new Answered<>(response.getPayload(), position == null ? -1 : Long.parseLong(position.toString()));
    }

    private static RuntimeException refused(Throwable failure) {
        RuntimeException refusal = Failures.of(failure);
        if (refusal instanceof Refused refused)
            Degradation.tell(refused.details().degraded());
        return refusal;
    }
}
