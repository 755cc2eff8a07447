package io.daybook.query.past;

import io.daybook.api.log.EventLog;
import io.daybook.api.message.Meta;
import io.daybook.query.view.DeadLetterDesk;
import io.daybook.query.view.DeadLetterDesk.Gap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;

/**
 * Says of answers which things they lack something of, because a view could not apply all of their events. To be
 * registered after the past, and before the gate.
 */
public final class Degraded implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private final DeadLetterDesk deadLetters;
    private final Map<Class<?>, Set<String>> needs;
    private final Names names;
    private final EventLog log;
    private final Past past;

    /** @param needs names of the views that a query reads, by the query's type */
    public Degraded(
            DeadLetterDesk deadLetters, Map<Class<?>, Set<String>> needs, Names names, EventLog log, Past past) {
        this.deadLetters = deadLetters;
        this.needs = Map.copyOf(needs);
        this.names = names;
        this.log = log;
        this.past = past;
    }

    /** Whatever was parked before a view came to where the query waited for it is known once it is answered. */
    @Override
    public Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unit, InterceptorChain chain) throws Exception {
        QueryMessage<?, ?> query = unit.getMessage();
        try {
            Object answer = chain.proceed();
            return answer instanceof QueryResponseMessage<?> response
                    ? Lacking.answered(response, lacking(query))
                    : answer;
        } catch (Exception refusal) {
            throw Lacking.refused(refusal, lacking(query));
        }
    }

    private Collection<String> lacking(QueryMessage<?, ?> query) {
        List<Gap> gaps = deadLetters.gaps(needs.getOrDefault(query.getPayloadType(), Set.of()));
        if (gaps.isEmpty()) return List.of();
        Origins origins = new Origins(log, past.decoder(), Long.MAX_VALUE);
        String asker = "user-" + query.getMetaData().get(Meta.ACTOR);
        Basis basis = Basis.of(query.getPayload(), new Scope(origins, Long.MAX_VALUE), names);
        return gaps.stream()
                .filter(gap -> gap.aggregate().equals(asker) || basis.has(gap))
                .map(Gap::aggregate)
                .distinct()
                .toList();
    }
}
