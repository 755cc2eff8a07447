package io.daybook.command.bus;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;

/**
 * A query bus that asks folded state straight away, without interceptors or a unit of work: every point that is logged
 * asks such a query, whose answer is a look-up in a map.
 */
public final class FoldedQueryBus extends SimpleQueryBus {

    private final Set<String> folded;
    private final Map<String, MessageHandler<? super QueryMessage<?, ?>>> handlers = new ConcurrentHashMap<>();

    private final Runnable settle;

    /**
     * @param folded names of the queries whose handlers only read folded state
     * @param settle called before each query: see {@link Folding#settle}
     */
    public FoldedQueryBus(Set<String> folded, Runnable settle) {
        super(SimpleQueryBus.builder());
        this.folded = Set.copyOf(folded);
        this.settle = settle;
    }

    @Override
    @SuppressWarnings("unchecked") // a handler that takes what answers with R is asked for nothing else
    public <R> Registration subscribe(
            String queryName, Type responseType, MessageHandler<? super QueryMessage<?, R>> handler) {
        if (folded.contains(queryName)) {
            handlers.put(queryName, (MessageHandler<? super QueryMessage<?, ?>>) (MessageHandler<?>) handler);
        }
        return super.subscribe(queryName, responseType, handler);
    }

    @Override
    public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
        try {
            settle.run();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
        var handler = handlers.get(query.getQueryName());
        return handler == null ? super.query(query) : CompletableFuture.completedFuture(answer(query, handler));
    }

    private static <R> QueryResponseMessage<R> answer(
            QueryMessage<?, R> query, MessageHandler<? super QueryMessage<?, ?>> handler) {
        Class<R> type = query.getResponseType().responseMessagePayloadType();
        try {
            @Nullable Object answer = handler.handle(query);
            return GenericQueryResponseMessage.asNullableResponseMessage(type, answer);
        } catch (Exception failure) {
            return GenericQueryResponseMessage.asResponseMessage(type, failure);
        }
    }
}
