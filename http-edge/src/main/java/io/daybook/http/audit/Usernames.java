package io.daybook.http.audit;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.StoredType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What users are or were called: their first event says it, nothing changes it, and it outlives them. */
final class Usernames {

    private static final int KEPT = 1_000;
    private static final Set<String> FIRST = Set.of(StoredType.UserCreated.name(), StoredType.DefaultUserSeeded.name());

    private final EventLog log;
    private final Map<Long, String> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > KEPT;
        }
    };

    Usernames(EventLog log) {
        this.log = log;
    }

    synchronized @Nullable String of(long user) {
        String known = kept.get(user);
        if (known != null) return known;
        String found = find(user).orElse(null);
        if (found != null) kept.put(user, found);
        return found;
    }

    private Optional<String> find(long user) {
        EventFilter ofUser = new EventFilter(0, Long.MAX_VALUE, "user-" + user, FIRST);
        try (Stream<LoggedEvent> events = log.read(ofUser)) {
            return events.findFirst().flatMap(Usernames::name);
        }
    }

    private static Optional<String> name(LoggedEvent first) {
        JsonNode name = JsonMapper.shared().readTree(first.payload()).get("username");
        return name == null ? Optional.empty() : Optional.of(name.asString());
    }
}
