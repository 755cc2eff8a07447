package io.daybook.query.view;

import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.refusal.Refused;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;

/**
 * Read your writes: a query waits until its views have reached the position that it names, or the log's head as of its
 * arrival. Queries that need no view pass.
 */
public final class ReadGate implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private final ViewPositions positions;
    private final LongSupplier head;
    private final Duration wait;
    private final Map<Class<?>, Set<String>> needs;
    private final ReadWaits waits = new ReadWaits();

    /**
     * @param head the position of the log's last durable event
     * @param needs names of the views that a query reads, by the query's type
     */
    public ReadGate(ViewPositions positions, LongSupplier head, Duration wait, Map<Class<?>, Set<String>> needs) {
        this.positions = positions;
        this.head = head;
        this.wait = wait;
        this.needs = Map.copyOf(needs);
    }

    @Override
    public Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain) throws Exception {
        QueryMessage<?, ?> query = unitOfWork.getMessage();
        Set<String> views = needs.get(query.getPayloadType());
        return views == null ? answer(head.getAsLong(), chain) : answerFrom(views, wanted(query), chain);
    }

    private Object answerFrom(Set<String> views, long wanted, InterceptorChain chain) throws Exception {
        await(views, wanted);
        return answer(reached(views), chain);
    }

    private static Object answer(long answeredAt, InterceptorChain chain) throws Exception {
        Object answer = chain.proceed();
        return new GenericQueryResponseMessage<>(answer, MetaData.with(Meta.ANSWERED_AT, Long.toString(answeredAt)));
    }

    /** By the one that is furthest behind. */
    private long reached(Set<String> views) {
        long reached = Long.MAX_VALUE;
        for (String view : views) reached = Math.min(reached, positions.of(view));
        return reached;
    }

    private long wanted(QueryMessage<?, ?> query) {
        Object named = query.getMetaData().get(Meta.POSITION);
        return named == null ? head.getAsLong() : Long.parseLong(named.toString());
    }

    public ReadWaits waits() {
        return waits;
    }

    /** Waits for a view to reach the head as it is now. */
    public void awaitHead(String view) throws InterruptedException {
        await(Set.of(view), head.getAsLong());
    }

    private void await(Set<String> views, long wanted) throws InterruptedException {
        if (reached(views) >= wanted) return;
        long begun = System.nanoTime();
        long deadline = begun + wait.toNanos();
        for (String view : views) {
            if (!positions.awaitUntil(view, wanted, deadline)) {
                waits.waited(System.nanoTime() - begun, true);
                throw behind(view, wanted, positions.of(view));
            }
        }
        waits.waited(System.nanoTime() - begun, false);
    }

    /** The refusal of a read whose view did not come far enough in time. */
    public static QueryExecutionException behind(String view, long wanted, long reached) {
        String message = "the view " + view + " has reached position " + reached + ", and not yet " + wanted;
        return Refused.query(Refusal.PROJECTION_BEHIND, message);
    }
}
