package io.daybook.query.past;

import io.daybook.api.log.EventLog;
import io.daybook.api.log.Moment;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.refusal.Refused;
import java.time.Instant;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Answers queries that name an earlier moment; rights are those of the present. To be registered before the gate. */
public final class AsOf implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private final EventLog log;
    private final Present present;
    private final Rights rights;
    private final Supplier<Serializer> serializer;

    /** Whether a query may be asked today. */
    @FunctionalInterface
    public interface Rights {
        void check(QueryMessage<?, ?> query) throws InterruptedException;
    }

    public AsOf(EventLog log, Present present, Rights rights, Supplier<Serializer> serializer) {
        this.log = log;
        this.present = present;
        this.rights = rights;
        this.serializer = serializer;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unit, InterceptorChain chain)
            throws Exception {
        QueryMessage<?, ?> query = unit.getMessage();
        Object moment = query.getMetaData().get(Meta.AS_OF);
        if (moment == null) return chain.proceed();
        rights.check(query);
        long position = position(moment.toString());
        Past past = new Past(log, present, serializer.get(), position);
        QueryResponseMessage<?> answer = past.answer(query.getPayload(), query.getResponseType());
        if (answer.isExceptional()) throw Lacking.refused((Exception) answer.exceptionResult(), past.degraded());
        return Lacking.answered(
                new GenericQueryResponseMessage<>(
                        answer.getPayload(), MetaData.with(Meta.ANSWERED_AT, Long.toString(position))),
                past.degraded());
    }

    /** The highest one whose moment is not after it. */
    private long position(String text) {
        Moment moment = Moment.parse(text);
        long head = log.head();
        boolean ahead =
                switch (moment) {
                    case Moment.Position(long position) -> position > head;
                    case Moment.At(Instant instant) ->
                        instant.isAfter(GenericEventMessage.clock.instant().plusMillis(1));
                };
        if (!ahead) return moment.last(log);
        throw Refused.query(
                Refusal.MOMENT_AHEAD, "the log has reached position " + head + ", and " + text + " is still to come");
    }
}
