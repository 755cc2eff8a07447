package io.daybook.server.metrics;

import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.query.QuerySide;
import io.daybook.query.view.ReadWaits;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What is looked up when somebody asks: the log's head, the views, reads that waited, the disk, the JVM. */
public final class NodeMetrics implements AutoCloseable {

    private final MeterRegistry registry;
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** @param home whose disk is watched */
    public NodeMetrics(MeterRegistry registry, Path home, SqliteLog log, QuerySide querySide) {
        this.registry = registry;
        Gauge.builder("daybook.log.head", log, SqliteLog::head)
                .description("Position of the last durable event")
                .register(registry);
        querySide.views().all().forEach(view -> view(view.name(), log, querySide));
        reads(querySide.waits());
        new DiskSpaceMetrics(home.toFile()).bindTo(registry);
        jvm();
    }

    private void view(String name, SqliteLog log, QuerySide querySide) {
        Gauge.builder("daybook.view.position", () -> querySide.positions().of(name))
                .description("Position up to which the view has everything")
                .tag("view", name)
                .register(registry);
        Gauge.builder(
                        "daybook.view.lag",
                        () -> Math.max(0, log.head() - querySide.positions().of(name)))
                .description("Events that the view has not got yet")
                .tag("view", name)
                .register(registry);
    }

    private void reads(ReadWaits waits) {
        FunctionTimer.builder("daybook.reads.waited", waits, ReadWaits::waited, ReadWaits::nanos, TimeUnit.NANOSECONDS)
                .description("Reads that waited for a view, and for how long together")
                .register(registry);
        FunctionCounter.builder("daybook.reads.refused", waits, ReadWaits::refused)
                .description("Reads that were refused since their view did not come far enough in time")
                .register(registry);
    }

    private void jvm() {
        new JvmMemoryMetrics().bindTo(registry);
        collections.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    @Override
    public void close() {
        collections.close();
    }
}
