package io.daybook.query.past;

import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.Meta;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** As the log tells it up to a position. */
record LoggedContainers(EventLog log, Serializer serializer, long position) implements Scope.Containers {

    @Override
    public @Nullable String projectOf(String aggregate) {
        if (aggregate.startsWith("project-")) return null;
        return first(aggregate).map(event -> event.metadata().get(Meta.PROJECT)).orElse(null);
    }

    @Override
    public @Nullable String experimentOf(String aggregate) {
        return first(aggregate)
                .map(this::payload)
                .map(LoggedContainers::experiment)
                .orElse(null);
    }

    private static @Nullable String experiment(Object first) {
        return switch (first) {
            case IterationCreated iteration -> "experiment-" + iteration.experimentId();
            case ResourceCreated resource -> "experiment-" + resource.experimentId();
            default -> null;
        };
    }

    private Object payload(LoggedEvent event) {
        return serializer.<byte[], Object>deserialize(
                new SimpleSerializedObject<>(event.payload(), byte[].class, event.type(), event.revision()));
    }

    private Optional<LoggedEvent> first(String aggregate) {
        try (Stream<LoggedEvent> events = log.read(new EventFilter(0, position, aggregate, Set.of()))) {
            return events.findFirst();
        }
    }
}
