package io.daybook.command.request;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.request.Answer;
import io.daybook.api.request.RequestEvent.RequestAnswered;
import io.daybook.api.request.RequestQuery.FindAnswer;
import io.daybook.command.bus.Refuse;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/** Looks answers up without a lock; {@link Request} decides again when the command comes. */
public final class RequestQueries {

    private final EventStore events;

    public RequestQueries(EventStore events) {
        this.events = events;
    }

    @QueryHandler
    Answer handle(FindAnswer query) {
        Instant oldest = GenericEventMessage.clock.instant().minus(Request.KEPT);
        return events.readEvents(query.request())
                .asStream()
                .reduce((earlier, later) -> later)
                .filter(last -> !last.getTimestamp().isBefore(oldest))
                .map(last -> answer(last, query))
                .orElse(Answer.NONE);
    }

    private static Answer answer(DomainEventMessage<?> last, FindAnswer query) {
        RequestAnswered given = (RequestAnswered) last.getPayload();
        if (!given.bodyHash().equals(query.bodyHash())) {
            throw Refuse.query(Refusal.IDEMPOTENCY_KEY_REUSED, "the idempotency key was used with another body");
        }
        return new Answer(given.status(), given.answer());
    }
}
