package io.daybook.command.iteration;

import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import java.util.concurrent.TimeUnit;
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

/** What an iteration takes of an event of points, of ten keys: its state does not grow with them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Fold {

    private static final int KEYS = 10;

    @Param({"1", "1000"})
    public int points;

    private final Points state = new Points();
    private ScalarPoints batch = ScalarPoints.of(new ScalarPoint("train/loss", 0, 0, 0));
    private long sequence;

    @Setup
    public void setUp() {
        batch = ScalarPoints.of(IntStream.range(0, points)
                .mapToObj(i -> new ScalarPoint("train/loss" + i % KEYS, i / KEYS, 1_771_000_000.25 + i, i * 0.5))
                .toList());
    }

    @Benchmark
    public long event() {
        state.take(new ScalarsLogged(1, state.count(), new long[batch.keys().size()], batch), ++sequence);
        return state.count();
    }
}
