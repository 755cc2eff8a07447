package io.daybook.query.view;

import io.daybook.api.log.ReadsAhead;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Ends a batch early when its events are heavy: Axon counts events only, and a thousand of them may be ten million
 * points. It also keeps from the store which types are ignored, since a view's position follows ignored events too.
 */
final class WeighedSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final ToIntFunction<? super TrackedEventMessage<?>> weight;
    private final int limit;
    private final Gathering gathering;

    WeighedSource(
            StreamableMessageSource<TrackedEventMessage<?>> source,
            ToIntFunction<? super TrackedEventMessage<?>> weight,
            int limit,
            Gathering gathering) {
        this.source = source;
        this.weight = weight;
        this.limit = limit;
        this.gathering = gathering;
    }

    /** Comes before each batch. */
    interface Gathering {

        /** @param full whether the batch before ended since its events were heavy, so that others wait already */
        void await(boolean full) throws InterruptedException;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new WeighedStream(
                source instanceof ReadsAhead ahead
                        ? ahead.openStream(trackingToken, this::decode)
                        : source.openStream(trackingToken));
    }

    @Override
    public TrackingToken createTailToken() {
        return source.createTailToken();
    }

    /** What was weighed once is decoded. */
    private void decode(TrackedEventMessage<?> event) {
        int unused = weight.applyAsInt(event);
    }

    private final class WeighedStream implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private int taken;

        WeighedStream(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        /** The processor peeks before it takes another event into a batch. */
        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return taken >= limit ? Optional.empty() : stream.peek();
        }

        /** Asked with patience, a batch begins; without it, whether the batch just handled was the last for now. */
        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            if (timeout > 0) {
                boolean full = taken >= limit;
                taken = 0;
                gathering.await(full);
            }
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            TrackedEventMessage<?> message = stream.nextAvailable();
            taken += weight.applyAsInt(message);
            return message;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
