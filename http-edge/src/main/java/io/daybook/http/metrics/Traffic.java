package io.daybook.http.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What went in and out by HTTP. There are as many series as routes have answers: no caller can make more. */
final class Traffic {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "DELETE", "OPTIONS", "HEAD", "PUT");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private record Kind(String method, String route, int status) {}

    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry registry;
    private final Counter received;
    private final Counter sent;

    Traffic(MeterRegistry registry) {
        this.registry = registry;
        received = Counter.builder("daybook.http.received")
                .baseUnit("bytes")
                .description("Bytes of request bodies that were read")
                .register(registry);
        sent = Counter.builder("daybook.http.sent")
                .baseUnit("bytes")
                .description("Bytes of answers, without their headers")
                .register(registry);
    }

    /** @param route the path as it was declared; null when there is none */
    void count(@Nullable String method, @Nullable String route, int status, long nanos) {
        String known = method != null && METHODS.contains(method) ? method : "OTHER";
        timers.computeIfAbsent(new Kind(known, route == null ? "none" : route, status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    void bytes(long in, long out) {
        received.increment((double) in);
        sent.increment((double) out);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("daybook.http.requests")
                .description("Requests that were answered, and how long it took")
                .tag("method", kind.method())
                .tag("route", kind.route())
                .tag("status", Integer.toString(kind.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
