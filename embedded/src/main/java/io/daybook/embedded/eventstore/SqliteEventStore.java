package io.daybook.embedded.eventstore;

import io.daybook.api.log.ReadsAhead;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/** Axon's event store on the log. Its streams wait for appends, and are told of them: nobody polls. */
public final class SqliteEventStore extends AbstractEventStore implements ReadsAhead {

    private final SqliteEventStorageEngine engine;

    private SqliteEventStore(Builder builder, SqliteEventStorageEngine engine) {
        super(builder);
        this.engine = engine;
    }

    /** @param engine whose log is read and written */
    public static Builder builder(SqliteEventStorageEngine engine) {
        return new Builder(engine);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return openStream(token, event -> {});
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(
            @Nullable TrackingToken token, Consumer<? super TrackedEventMessage<?>> prepare) {
        TrackingToken from = token == null ? null : WrappedToken.unwrapLowerBound(token);
        PageReader reader = new PageReader(engine, prepare);
        return new LogStream(engine, reader, SqliteEventStorageEngine.positionOf(from));
    }

    /** In Axon's manner. */
    public static final class Builder extends AbstractEventStore.Builder {

        private final SqliteEventStorageEngine engine;

        private Builder(SqliteEventStorageEngine engine) {
            this.engine = engine;
            storageEngine(engine);
        }

        @Override
        public Builder messageMonitor(MessageMonitor<? super EventMessage<?>> messageMonitor) {
            super.messageMonitor(messageMonitor);
            return this;
        }

        @Override
        public Builder spanFactory(EventBusSpanFactory spanFactory) {
            super.spanFactory(spanFactory);
            return this;
        }

        public SqliteEventStore build() {
            return new SqliteEventStore(this, engine);
        }
    }
}
