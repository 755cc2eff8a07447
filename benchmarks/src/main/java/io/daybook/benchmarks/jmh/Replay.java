package io.daybook.benchmarks.jmh;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.LoggedEvent;
import io.daybook.embedded.documents.SqliteDocuments;
import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import io.daybook.query.QuerySettings;
import io.daybook.query.QuerySide;
import io.daybook.query.documents.MemoryDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A log read again: decoded only, and into views that were empty. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(1)
public class Replay {

    private static final int ITERATIONS = 20;
    private static final int BATCH = 1_000;
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    @Param({"1", "100"})
    public int points;

    @Param("20000")
    public int events;

    private final LogUnderTest log = new LogUnderTest(Sync.OS);
    private final Path views = log.folder.resolve("views");

    @Setup
    public void fill() {
        for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
            List<EventMessage<?>> some = new ArrayList<>();
            some.add(LogUnderTest.created(iteration));
            for (int i = 1; i < events / ITERATIONS; i++) some.add(LogUnderTest.points(iteration, i, points));
            log.store.publish(some);
        }
    }

    @Setup(Level.Invocation)
    public void forget() throws IOException {
        if (Files.exists(views)) LogUnderTest.delete(views);
    }

    @Benchmark
    public void read_and_decode(Blackhole seen) {
        try (Stream<LoggedEvent> logged = log.log.read(EventFilter.ALL)) {
            logged.forEach(event -> seen.consume(decoded(event)));
        }
    }

    @Benchmark
    public void fill_the_views() throws InterruptedException {
        try (SqliteDocuments documents = new SqliteDocuments(views)) {
            QuerySettings settings = new QuerySettings(DEADLINE, BATCH);
            QuerySide side = new QuerySide(documents, log.log, settings, MemoryDocuments::new);
            Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                    .configureEventSerializer(c -> log.serializer)
                    .configureEventStore(c -> log.store);
            side.configure(configurer);
            Configuration axon = configurer.buildConfiguration();
            side.views().open();
            axon.start();
            boolean filled = side.positions().await("series", log.log.head(), DEADLINE);
            axon.shutdown();
            if (!filled) throw new IllegalStateException("the view was not filled in time");
        }
    }

    private Object decoded(LoggedEvent event) {
        var type = new SimpleSerializedType(event.type(), event.revision());
        return log.serializer.deserialize(new SimpleSerializedObject<>(event.payload(), byte[].class, type));
    }

    @TearDown
    public void tearDown() throws IOException {
        log.close();
    }
}
