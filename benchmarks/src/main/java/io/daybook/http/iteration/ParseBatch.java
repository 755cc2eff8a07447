package io.daybook.http.iteration;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.iteration.ScalarPoints;
import io.daybook.http.request.LocalDates;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.Warmup;

/** The body of a tracking batch, of ten keys, into columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParseBatch {

    private static final int KEYS = 10;

    @Param({"1", "1000"})
    public int points;

    private final LocalDates dates = new LocalDates(InstantSource.system(), () -> ZoneOffset.UTC);
    private byte[] body = {};

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(7);
        body = IntStream.range(0, points)
                .mapToObj(i -> "{\"key\":\"train/loss" + i % KEYS + "\",\"value\":" + random.nextDouble() + "}")
                .collect(Collectors.joining(",", "{\"metrics\":[", "]}"))
                .getBytes(UTF_8);
    }

    @Benchmark
    public ScalarPoints batch() {
        return MetricBatch.read(body, dates).points();
    }
}
