package io.daybook.query.past;

import io.daybook.api.log.EventLog;
import io.daybook.api.log.Moment;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.refusal.Refused;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;

/** Answers queries that name an earlier moment; rights are those of the present. To be registered before the gate. */
public final class AsOf implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private final EventLog log;
    private final Past past;
    private final Rights rights;

    /** Whether a query may be asked today. */
    @FunctionalInterface
    public interface Rights {
        void check(QueryMessage<?, ?> query) throws InterruptedException;
    }

    public AsOf(EventLog log, Past past, Rights rights) {
        this.log = log;
        this.past = past;
        this.rights = rights;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unit, InterceptorChain chain)
            throws Exception {
        QueryMessage<?, ?> query = unit.getMessage();
        Object moment = query.getMetaData().get(Meta.AS_OF);
        if (moment == null) return chain.proceed();
        rights.check(query);
        long position = position(moment.toString());
        return past.answer(query.getPayload(), query.getResponseType(), position)
                .andMetaData(Map.of(Meta.ANSWERED_AT, Long.toString(position)));
    }

    /** The highest one whose moment is not after it. */
    private long position(String text) {
        Moment moment = Moment.parse(text);
        if (!moment.isAhead(log, GenericEventMessage.clock.instant())) return moment.last(log);
        throw Refused.query(
                Refusal.MOMENT_AHEAD,
                "the log has reached position " + log.head() + ", and " + text + " is still to come");
    }
}
