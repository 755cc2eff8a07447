package io.daybook.query.view;

import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.api.log.EventLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;

/** One tracking processor for each view, called like it. */
public final class ViewProcessors {

    /** How long an idle view sleeps before it looks whether its documents are still there, or it is to stop. */
    private static final long IDLE_MILLIS = 250;

    private final Documents documents;
    private final EventLog log;
    private final Map<String, ViewCursor> cursors;
    private final ViewTokens tokens;
    private final DeadLetterDesk deadLetters;

    /** @param patience how long an operator waits for what is to be done about a dead letter */
    public ViewProcessors(Documents documents, Views views, ViewPositions positions, Duration patience) {
        this.documents = documents;
        this.log = views.log();
        this.cursors = views.all().stream()
                .collect(Collectors.toMap(View::name, view -> new ViewCursor(documents, view, views, positions)));
        this.tokens = new ViewTokens(cursors);
        this.deadLetters = new DeadLetterDesk(patience);
    }

    /** Of the views that are registered here. */
    public DeadLetterDesk deadLetters() {
        return deadLetters;
    }

    /**
     * How much goes into one batch.
     *
     * @param events at most so many events
     * @param weight a batch ends when its events weigh so much together
     * @param of what an event weighs
     */
    public record Batches(int events, int weight, ToIntFunction<? super TrackedEventMessage<?>> of) {}

    /** Where the thread of a view stands. */
    public ViewCursor cursor(View view) {
        ViewCursor cursor = cursors.get(view.name());
        if (cursor == null) throw new IllegalArgumentException("not one of the views: " + view.name());
        return cursor;
    }

    /** Adds the projections that fill a view. */
    public void register(EventProcessingConfigurer axon, Projected projected, Batches batches) {
        View view = projected.view();
        ViewCursor cursor = cursor(view);
        List<Object> handlers = projected.projections().apply(new ViewWriter(documents, cursor));
        handlers.forEach(handler -> axon.registerEventHandler(configuration -> handler));
        axon.assignHandlerInstancesMatching(
                        view.name(), candidate -> handlers.stream().anyMatch(handler -> handler == candidate))
                .registerListenerInvocationErrorHandler(view.name(), c -> PropagatingErrorHandler.instance())
                .registerEventProcessor(view.name(), (name, configuration, invoker) -> {
                    Errands errands = errands(cursor, configuration::eventSerializer, handlers);
                    StreamableMessageSource<TrackedEventMessage<?>> store = configuration.eventStore();
                    var source = new WeighedSource(store, batches.of(), batches.weight(), full -> {
                        errands.work();
                        cursor.pass();
                        if (!full) cursor.gather();
                    });
                    return processor(cursor, new ParkingInvoker(invoker, new Parking(cursor)), source, batches);
                });
    }

    private Errands errands(ViewCursor cursor, Supplier<Serializer> serializer, List<Object> handlers) {
        Retry retry = new Retry(documents, cursor, log, serializer, AdaptedProjections.of(handlers));
        Errands errands = new Errands(cursor.letters(), retry);
        deadLetters.add(cursor.view().name(), cursor.letters(), errands);
        return errands;
    }

    private EventProcessor processor(
            ViewCursor cursor,
            EventHandlerInvoker invoker,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            Batches batches) {
        TrackingEventProcessorConfiguration settings = TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andBatchSize(batches.events())
                .andEventAvailabilityTimeout(IDLE_MILLIS, TimeUnit.MILLISECONDS)
                .andInitialTrackingToken(StreamableMessageSource::createTailToken);
        TrackingEventProcessor.Builder builder = TrackingEventProcessor.builder()
                .name(cursor.view().name())
                .eventHandlerInvoker(invoker)
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .storingTokensAfterProcessing()
                .trackingEventProcessorConfiguration(settings);
        return new ViewProcessor(builder, cursor);
    }
}
