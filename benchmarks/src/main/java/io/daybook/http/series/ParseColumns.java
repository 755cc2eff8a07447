package io.daybook.http.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.iteration.ScalarPoints;
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

/** The body of a request that logs a series, its steps and values, into columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParseColumns {

    private static final double NOW = 1_771_000_000.25;

    @Param({"1", "10000"})
    public int points;

    private byte[] body = {};

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(7);
        String steps = IntStream.range(0, points).mapToObj(Integer::toString).collect(Collectors.joining(","));
        String values = IntStream.range(0, points)
                .mapToObj(i -> Double.toString(random.nextDouble()))
                .collect(Collectors.joining(","));
        String series = "{\"series\":[{\"key\":\"train/loss\",\"step\":[" + steps + "],\"value\":[" + values + "]}]}";
        body = series.getBytes(UTF_8);
    }

    @Benchmark
    public ScalarPoints columns() {
        return NewSeries.read(body, NOW).points();
    }
}
