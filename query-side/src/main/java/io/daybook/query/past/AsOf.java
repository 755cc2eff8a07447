package io.daybook.query.past;

import io.daybook.api.log.EventLog;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.access.Authorise;
import io.daybook.query.refusal.Refused;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    private final Authorise authorise;
    private final Supplier<Serializer> serializer;

    public AsOf(EventLog log, Authorise authorise, Supplier<Serializer> serializer) {
        this.log = log;
        this.authorise = authorise;
        this.serializer = serializer;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unit, InterceptorChain chain)
            throws Exception {
        QueryMessage<?, ?> query = unit.getMessage();
        Object moment = query.getMetaData().get(Meta.AS_OF);
        if (moment == null) return chain.proceed();
        authorise.check(query);
        long position = position(moment.toString());
        QueryResponseMessage<?> answer =
                new Past(log, serializer.get(), position).answer(query.getPayload(), query.getResponseType());
        if (answer.isExceptional()) throw (Exception) answer.exceptionResult();
        return new GenericQueryResponseMessage<>(
                answer.getPayload(), MetaData.with(Meta.ANSWERED_AT, Long.toString(position)));
    }

    /** The highest one whose moment is not after it. */
    private long position(String moment) {
        long head = log.head();
        if (Character.isDigit(moment.charAt(moment.length() - 1))) {
            long position = Long.parseLong(moment);
            if (position <= head) return position;
            throw Refused.query(Refusal.MOMENT_AHEAD, "the log has reached position " + head + ", and not " + position);
        }
        Instant instant = Instant.parse(moment);
        if (instant.isAfter(GenericEventMessage.clock.instant().plusMillis(1))) {
            throw Refused.query(Refusal.MOMENT_AHEAD, "the moment " + moment + " is still to come");
        }
        return log.before(instant.truncatedTo(ChronoUnit.MILLIS).plusMillis(1));
    }
}
