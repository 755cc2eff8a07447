package io.daybook.server.metrics;

import io.daybook.api.log.Freshness;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** How long requests wait until their node knows what others have written. */
public final class MeasuredFreshness implements Freshness {

    private final Freshness node;
    private final Timer done;
    private final Timer failed;

    public MeasuredFreshness(Freshness node, MeterRegistry registry) {
        this.node = node;
        this.done = timer(registry, "done");
        this.failed = timer(registry, "failed");
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("daybook.log.refresh")
                .description("Waits until the node knew what others had written, and how long they took")
                .tag("outcome", outcome)
                .register(registry);
    }

    @Override
    public void await() {
        long begun = System.nanoTime();
        boolean known = false;
        try {
            node.await();
            known = true;
        } finally {
            (known ? done : failed).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }
}
