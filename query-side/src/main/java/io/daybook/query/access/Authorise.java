package io.daybook.query.access;

import io.daybook.api.access.Required;
import io.daybook.api.documents.Documents;
import io.daybook.api.message.Meta;
import io.daybook.api.user.UserId;
import java.util.Optional;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;

/**
 * Checks again what the edge has asked the command side: whether the one in whose name a query is asked may ask it.
 * To be registered behind the gate, so that the rights are those of the position that the answer is true for.
 */
public final class Authorise implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private final Access access;

    public Authorise(Documents documents) {
        this.access = new Access(documents);
    }

    @Override
    public Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain) throws Exception {
        check(unitOfWork.getMessage());
        return chain.proceed();
    }

    public void check(QueryMessage<?, ?> query) {
        Object actor = query.getMetaData().get(Meta.ACTOR);
        if (actor != null) check(new UserId(Long.parseLong(actor.toString())), query.getPayload());
    }

    private void check(UserId caller, Object query) {
        Optional<Required> required = QueryRights.of(query);
        required.ifPresent(right -> access.check(caller, right));
    }
}
