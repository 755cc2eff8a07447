package io.daybook.server.metrics;

import io.daybook.embedded.eventstore.GroupObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What the log's writer puts on disk together, and how long that takes. */
public final class LogMetrics implements GroupObserver {

    private static final double[] SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024};

    private static final Duration[] TIMES = {
        Duration.ofNanos(200_000),
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofSeconds(1)
    };

    private final Timer written;
    private final DistributionSummary appends;
    private final Counter events;
    private final Counter bytes;
    private final Counter failed;

    public LogMetrics(MeterRegistry registry) {
        written = Timer.builder("daybook.log.group")
                .description("Groups of appends that went to disk together, and how long it took")
                .serviceLevelObjectives(TIMES)
                .register(registry);
        appends = DistributionSummary.builder("daybook.log.group.appends")
                .description("Appends in a group")
                .serviceLevelObjectives(SIZES)
                .register(registry);
        events = Counter.builder("daybook.log.events")
                .description("Events that were appended")
                .register(registry);
        bytes = Counter.builder("daybook.log.payload")
                .baseUnit("bytes")
                .description("Bytes of the payloads of events that were appended")
                .register(registry);
        failed = Counter.builder("daybook.log.failed.appends")
                .description("Appends that could not be made durable")
                .register(registry);
    }

    @Override
    public void written(Group group) {
        written.record(group.nanos(), TimeUnit.NANOSECONDS);
        appends.record(group.appends());
        events.increment(group.events());
        bytes.increment((double) group.bytes());
    }

    @Override
    public void failed(int count) {
        failed.increment(count);
    }
}
