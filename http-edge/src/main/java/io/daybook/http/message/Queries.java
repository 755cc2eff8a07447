package io.daybook.http.message;

import io.daybook.api.message.Meta;
import io.daybook.http.request.Reading;
import java.time.Duration;
import java.util.Map;
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
        Long position = reading.position();
        Map<String, String> metadata = position == null ? Map.of() : Map.of(Meta.POSITION, position.toString());
        Answered<R> answer = ask(query, type, metadata);
        if (answer.position() < 0) throw new IllegalStateException("no position came back with " + query.getClass());
        return answer;
    }

    /** Asks the command side, whose answer is about now. */
    public <R> Answered<R> decide(Object query, Class<R> type) {
        return ask(query, type, Map.of());
    }

    private <R> Answered<R> ask(Object query, Class<R> type, Map<String, String> metadata) {
        QueryResponseMessage<R> response = Failures.await(
                bus.query(new GenericQueryMessage<>(query, ResponseTypes.instanceOf(type)).withMetaData(metadata)),
                deadline);
        if (response.isExceptional()) throw Failures.of(response.exceptionResult());
        Object position = response.getMetaData().get(Meta.ANSWERED_AT);
        return new Answered<>(response.getPayload(), position == null ? -1 : Long.parseLong(position.toString()));
    }
}
