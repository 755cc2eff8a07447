package io.daybook.query.past;

import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.Meta;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where things lay at a position, by their first events, each of which is read once. */
final class Origins implements Scope.Containers {

    private final EventLog log;
    private final Decoder decoder;
    private final long position;
    private final Map<String, Optional<LoggedEvent>> known = new HashMap<>();

    Origins(EventLog log, Decoder decoder, long position) {
        this.log = log;
        this.decoder = decoder;
        this.position = position;
    }

    @Override
    public @Nullable String projectOf(String aggregate) {
        if (aggregate.startsWith("project-")) return null;
        return first(aggregate).map(event -> event.metadata().get(Meta.PROJECT)).orElse(null);
    }

    @Override
    public @Nullable String experimentOf(String aggregate) {
        return first(aggregate).map(decoder::payload).map(Origins::experiment).orElse(null);
    }

    @Override
    public @Nullable String parentOf(String iteration) {
        return first(iteration).map(decoder::payload).map(Origins::parent).orElse(null);
    }

    private static @Nullable String parent(Object first) {
        boolean child = first instanceof IterationCreated created && created.parentId() != null;
        return child ? "iteration-" + ((IterationCreated) first).parentId() : null;
    }

    private static @Nullable String experiment(Object first) {
        return switch (first) {
            case IterationCreated iteration -> "experiment-" + iteration.experimentId();
            case ResourceCreated resource -> "experiment-" + resource.experimentId();
            default -> null;
        };
    }

    private Optional<LoggedEvent> first(String aggregate) {
        return known.computeIfAbsent(
                aggregate, unread -> log.first(unread).filter(event -> event.position() <= position));
    }
}
