package io.daybook.command.request;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.request.Answer;
import io.daybook.api.request.Keyed;
import io.daybook.api.request.RequestEvent;
import io.daybook.api.request.RequestEvent.RequestAnswered;
import io.daybook.command.bus.Log;
import io.daybook.command.bus.Refuse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A request with an idempotency key, and the answer it got. */
@AggregateRoot(type = "request")
public class Request {

    /** For so long an answer is given again. */
    static final Duration KEPT = Duration.ofHours(24);

    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable RequestAnswered last;
    private Instant answeredAt = Instant.MIN;

    /** The answer of the last 24 hours, if there is one. Refuses when it was given for another body. */
    public Optional<Answer> answerGiven(String bodyHash, Instant now) {
        RequestAnswered given = last;
        if (given == null || answeredAt.plus(KEPT).isBefore(now)) return Optional.empty();
        if (!given.bodyHash().equals(bodyHash)) {
            throw Refuse.command(Refusal.IDEMPOTENCY_KEY_REUSED, "the idempotency key was used with another body");
        }
        return Optional.of(new Answer(given.status(), given.answer()));
    }

    public void answer(Keyed keyed, String answer) {
        Log.append(new RequestAnswered(keyed.request(), keyed.bodyHash(), keyed.status(), answer));
    }

    @EventSourcingHandler
    void on(RequestEvent event, @Timestamp Instant timestamp) {
        switch (event) {
            case RequestAnswered answered -> {
                id = answered.request();
                last = answered;
                answeredAt = timestamp;
            }
        }
    }
}
