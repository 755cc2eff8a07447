package io.daybook.query.view;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.Unavailable;
import io.daybook.query.refusal.Refused;
import java.util.stream.Stream;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Outermost: a query that met a store which is out of reach is refused, and may be asked again. */
public final class StoreGuard implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private static final Logger logger = LoggerFactory.getLogger(StoreGuard.class);

    @Override
    public @Nullable Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (Exception failure) {
            if (!isOfTheStore(failure)) throw failure;
            logger.warn("a query failed: {}", failure.toString());
            throw Refused.query(Refusal.STORE_UNAVAILABLE, "what is stored cannot be read now; try again");
        }
    }

    private static boolean isOfTheStore(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(Unavailable.class::isInstance);
    }
}
