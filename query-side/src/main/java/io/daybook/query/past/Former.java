package io.daybook.query.past;

import io.daybook.api.documents.Documents;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;

/** Views as they were, and those who answer from them. */
final class Former implements AutoCloseable {

    private final Documents documents;
    private final Set<String> degraded;
    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();

    /** @param degraded things of which the views lack something, since not all of their events could be applied */
    Former(Documents documents, List<Object> answerers, Set<String> degraded) {
        this.documents = documents;
        this.degraded = Set.copyOf(degraded);
        for (Object answerer : answerers) new AnnotationQueryHandlerAdapter<>(answerer).subscribe(bus);
    }

    <R> QueryResponseMessage<R> ask(Object query, ResponseType<R> type) {
        return bus.query(new GenericQueryMessage<>(query, type)).join();
    }

    Set<String> degraded() {
        return degraded;
    }

    @Override
    public void close() {
        documents.close();
    }
}
