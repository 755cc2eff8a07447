package io.daybook.query.series;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.series.StepRange;
import io.daybook.api.series.ThinnedScalars;
import io.daybook.benchmarks.jmh.LogUnderTest;
import io.daybook.embedded.documents.SqliteDocuments;
import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import io.daybook.query.iteration.SeriesReader;
import io.daybook.query.iteration.SeriesView;
import io.daybook.query.view.Projected;
import io.daybook.query.view.ViewPositions;
import io.daybook.query.view.ViewReplay;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A series on disk, made short: the look-ups that it takes, and the choice. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Thin {

    private static final IterationId ITERATION = new IterationId(1);
    private static final int EVENT = 10_000;
    private static final int SHORT = 1_000;

    @Param({"100000", "1000000"})
    public int points;

    private final LogUnderTest log = new LogUnderTest(Sync.OS);
    private final SqliteDocuments documents = new SqliteDocuments(log.folder.resolve("views"));
    private final SeriesReader series = new SeriesReader(documents);

    @Setup
    public void fill() {
        log.store.publish(LogUnderTest.created(ITERATION.value()));
        int each = Math.min(points, EVENT);
        for (int i = 1; i <= points / each; i++) log.store.publish(LogUnderTest.points(ITERATION.value(), i, each));
        Projected view = new Projected(SeriesView.VIEW, writer -> List.of(SeriesView.projection(writer)));
        ViewReplay replay = new ViewReplay(documents, view, log.log, new ViewPositions());
        replay.begin();
        try (Stream<LoggedEvent> events = log.log.read(EventFilter.ALL)) {
            events.forEach(event -> replay.feed(List.of(ViewReplay.at(event, log.serializer))));
        }
    }

    @Benchmark
    public ThinnedScalars to_1000() {
        return series.chunks(ITERATION, LogUnderTest.KEY)
                .map(chunks -> new Thinning(chunks, StepRange.ALL, SHORT).result())
                .orElseThrow();
    }

    @TearDown
    public void tearDown() throws IOException {
        documents.close();
        log.close();
    }
}
