package io.daybook.command.bus;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.StoredType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.SubscribableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/** Feeds {@link Folded} state: from the log at start, and then with what each command appended. */
public final class Folding {

    /** By the class of event that they fold, in the order given. */
    private final Map<Class<?>, List<Folded>> states = new HashMap<>();

    public Folding(List<Folded> states) {
        for (Folded state : states) {
            for (StoredType type : state.folds()) {
                this.states
                        .computeIfAbsent(type.type(), any -> new ArrayList<>())
                        .add(state);
            }
        }
    }

    /** Reads what the log holds above a position; called while there are no commands. */
    public void catchUp(EventLog log, long after, Serializer serializer) {
        Set<String> types = Arrays.stream(StoredType.values())
                .filter(type -> states.containsKey(type.type()))
                .map(StoredType::name)
                .collect(Collectors.toSet());
        try (Stream<LoggedEvent> events = log.read(new EventFilter(after, log.head(), null, types))) {
            events.forEach(event -> fold(payloadOf(event, serializer)));
        }
    }

    /**
     * Takes in what each command appends, once it was committed and before the command is answered: not earlier, since
     * some stores make events durable only with the commit, and then what failed must leave no trace here.
     */
    public void follow(SubscribableMessageSource<EventMessage<?>> store) {
        store.subscribe(events -> CurrentUnitOfWork.get().root().afterCommit(work -> fold(events)));
    }

    private void fold(List<? extends EventMessage<?>> events) {
        events.forEach(event -> fold(event.getPayload()));
    }

    private void fold(Object event) {
        states.getOrDefault(event.getClass(), List.of()).forEach(state -> state.fold(event));
    }

    private static Object payloadOf(LoggedEvent event, Serializer serializer) {
        var type = new SimpleSerializedType(event.type(), event.revision());
        return serializer.deserialize(new SimpleSerializedObject<>(event.payload(), byte[].class, type));
    }
}
