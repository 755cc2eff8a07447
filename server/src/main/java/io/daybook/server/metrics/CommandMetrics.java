package io.daybook.server.metrics;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/** Commands by their type and how they ended, and how long it took until they were durable. */
public final class CommandMetrics implements MessageMonitor<Message<?>> {

    private enum Outcome {
        DONE,
        /** By a rule. */
        REFUSED,
        /** For want of something: a disk, or time. */
        FAILED
    }

    private record Kind(Class<?> command, Outcome outcome) {}

    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    public CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> command) {
        return new Running(command.getPayloadType());
    }

    private final class Running implements MonitorCallback {

        private final Class<?> command;
        private final long begun = System.nanoTime();

        Running(Class<?> command) {
            this.command = command;
        }

        @Override
        public void reportSuccess() {
            ended(Outcome.DONE);
        }

        @Override
        public void reportFailure(@Nullable Throwable cause) {
            ended(outcome(cause));
        }

        @Override
        public void reportIgnored() {}

        private void ended(Outcome outcome) {
            timers.computeIfAbsent(new Kind(command, outcome), CommandMetrics.this::timer)
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private static Outcome outcome(@Nullable Throwable cause) {
        Object details = HandlerExecutionException.resolveDetails(cause).orElse(null);
        if (!(details instanceof RefusalDetails refused)) return Outcome.FAILED;
        boolean passing = refused.refusal() == Refusal.STORE_UNAVAILABLE || refused.refusal() == Refusal.OVERLOADED;
        return passing ? Outcome.FAILED : Outcome.REFUSED;
    }

    private Timer timer(Kind kind) {
        return Timer.builder("daybook.commands")
                .description("Commands, and how long it took until they were durable, refused or failed")
                .tag("command", kind.command().getSimpleName())
                .tag("outcome", kind.outcome().name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
