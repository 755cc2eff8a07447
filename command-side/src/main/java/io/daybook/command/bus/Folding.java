package io.daybook.command.bus;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.log.SharedEvent;
import io.daybook.api.message.StoredType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Feeds {@link Folded} state: from the log at start, and then with what each command appended; of a log that is shared,
 * with what comes in from there.
 */
public final class Folding {

    /** By the class of event that they fold, in the order given. */
    private final Map<Class<?>, List<Folded>> states = new HashMap<>();

    /** Of the stored types of those events. */
    private final Set<String> names = new HashSet<>();

    private final Doubts doubts = new Doubts();

    public Folding(List<Folded> states) {
        for (Folded state : states) {
            for (StoredType type : state.folds()) {
                names.add(type.name());
                this.states
                        .computeIfAbsent(type.type(), any -> new ArrayList<>())
                        .add(state);
            }
        }
    }

    /** Reads what the log holds above a position; called while there are no commands. */
    public void catchUp(EventLog log, long after, Serializer serializer) {
        try (Stream<LoggedEvent> events = log.read(new EventFilter(after, log.head(), null, names))) {
            events.forEach(event -> fold(payload(event.type(), event.revision(), event.payload(), serializer)));
        }
    }

    /** Takes in an event that another node has appended, or this one, to the log that they share. */
    public void take(SharedEvent event, Serializer serializer) {
        if (names.contains(event.type())) fold(payload(event.type(), event.revision(), event.payload(), serializer));
    }

    /**
     * Takes in what each command appends, once it was committed and before the command is answered: not earlier, since
     * some stores make events durable only with the commit, and then what failed must leave no trace here.
     */
    public void follow(EventStore store) {
        doubts.lookIn(store);
        store.registerDispatchInterceptor(this::watch);
    }

    /** Takes in what turned out to stand in the log after all. To be called before state is looked at. */
    public void settle() {
        doubts.settle(this::fold);
    }

    /** Called just before events are appended. */
    private BiFunction<Integer, EventMessage<?>, EventMessage<?>> watch(List<? extends EventMessage<?>> events) {
        List<EventMessage<?>> appended = List.copyOf(events);
        UnitOfWork<?> work = CurrentUnitOfWork.get().root();
        Runnable earlier = doubts.mark();
        work.afterCommit(committed -> {
            settle();
            earlier.run();
            appended.forEach(event -> fold(event.getPayload()));
        });
        work.onRollback(failed -> doubts.add(appended, failed.getExecutionResult()));
        return (index, event) -> event;
    }

    private void fold(Object event) {
        states.getOrDefault(event.getClass(), List.of()).forEach(state -> state.fold(event));
    }

    private static Object payload(String name, @Nullable String revision, byte[] payload, Serializer serializer) {
        var type = new SimpleSerializedType(name, revision);
        return serializer.deserialize(new SimpleSerializedObject<>(payload, byte[].class, type));
    }
}
