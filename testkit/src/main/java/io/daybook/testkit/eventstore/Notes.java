package io.daybook.testkit.eventstore;

import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** The events that the suites append: one line of text each. */
public final class Notes {

    private Notes() {}

    public static DomainEventMessage<String> note(String notebook, long sequence) {
        return new GenericDomainEventMessage<>("notebook", notebook, sequence, "note " + sequence + " of " + notebook);
    }

    /** The first {@code count} notes of a notebook. */
    public static List<DomainEventMessage<String>> notes(String notebook, int count) {
        return LongStream.range(0, count).mapToObj(i -> note(notebook, i)).toList();
    }

    /** Appends in one unit of work, as command handlers do. */
    public static void publishTogether(EventStore store, DomainEventMessage<?>... events) {
        var unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a command"));
        unit.execute(() -> {
            for (DomainEventMessage<?> event : events) store.publish(event);
        });
    }
}
