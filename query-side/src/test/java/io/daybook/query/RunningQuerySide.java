package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.View;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.view.ViewWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;

/** The whole query side over a log in memory: publish events, ask through the query bus. */
public final class RunningQuerySide implements AutoCloseable {

    private static final long DEADLINE_SECONDS = 20;

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine(1);
    private final HookedDocuments documents = new HookedDocuments(new MemoryDocuments());
    private final QuerySide querySide;
    private final Configuration axon;

    public RunningQuerySide(Duration readWait) {
        querySide = new QuerySide(
                documents, new LogStub(this::head), new QuerySettings(readWait, 1_000), MemoryDocuments::new);
        Configurer configurer = DefaultConfigurer.defaultConfiguration().configureEmbeddedEventStore(c -> engine);
        querySide.configure(configurer);
        axon = configurer.buildConfiguration();
        querySide.views().open();
        axon.start();
    }

    public HookedDocuments documents() {
        return documents;
    }

    public QuerySide querySide() {
        return querySide;
    }

    public EventProcessor processor(String view) {
        return axon.eventProcessingConfiguration().eventProcessor(view).orElseThrow();
    }

    /** @param patience for so long a view that is behind may stand still */
    public ViewWatch watch(Duration patience) {
        return new ViewWatch(querySide.views(), querySide.positions(), axon.eventProcessingConfiguration(), patience);
    }

    /** The events of one call are appended together. */
    public void publish(Object... events) {
        GenericEventMessage<?>[] messages = new GenericEventMessage<?>[events.length];
        for (int i = 0; i < events.length; i++) messages[i] = new GenericEventMessage<>(events[i]);
        axon.eventStore().publish(messages);
    }

    public long head() {
        TrackingToken token = engine.createHeadToken();
        return token == null ? 0 : token.position().orElseThrow();
    }

    public void awaitView(String view) {
        try {
            assertThat(querySide.positions().await(view, head(), Duration.ofSeconds(DEADLINE_SECONDS)))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until the documents themselves have everything, which is later than when nobody need wait any more. */
    public void awaitStored() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        for (View view : querySide.views().all()) {
            while (documents.position(view) < head()) {
                assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
    }

    public <R> R ask(Object query, Class<R> type) {
        return asked(query, type, MetaData.emptyInstance()).getPayload();
    }

    /** Answered with what is there. */
    public <R> R askAtOnce(Object query, Class<R> type) {
        return asked(query, type, MetaData.with(Meta.POSITION, "0")).getPayload();
    }

    public <R> List<R> list(Object query, Class<R> type) {
        @SuppressWarnings("unchecked") // arrays of R are of this class
        Class<R[]> array = (Class<R[]>) type.arrayType();
        return List.of(ask(query, array));
    }

    public <R> QueryResponseMessage<R> asked(Object query, Class<R> type, MetaData metaData) {
        return asked(query, ResponseTypes.instanceOf(type), metaData);
    }

    private <R> QueryResponseMessage<R> asked(Object query, ResponseType<R> type, MetaData metaData) {
        var message = new GenericQueryMessage<>(query, type).andMetaData(metaData);
        try {
            return axon.queryBus().query(message).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public RefusalDetails refused(Object query, Class<?> type) {
        return refused(asked(query, type, MetaData.emptyInstance()));
    }

    public static RefusalDetails refused(QueryResponseMessage<?> response) {
        assertThat(response.isExceptional()).as("refused").isTrue();
        return ((HandlerExecutionException) response.exceptionResult())
                .<RefusalDetails>getDetails()
                .orElseThrow();
    }

    public Refusal refusal(Object query, Class<?> type) {
        return refused(query, type).refusal();
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
