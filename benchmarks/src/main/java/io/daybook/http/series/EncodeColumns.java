package io.daybook.http.series;

import io.daybook.http.series.Part.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Points that were read, as the columns of an answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EncodeColumns {

    private static final JsonFactory FACTORY = new JsonFactory();

    @Param({"1000", "100000"})
    public int points;

    private Page page = new Page(new long[0], new double[0], new double[0]);

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(7);
        page = new Page(
                LongStream.range(0, points).toArray(),
                IntStream.range(0, points)
                        .mapToDouble(i -> 1_771_000_000.25 + i * 0.25)
                        .toArray(),
                random.doubles(points).toArray());
    }

    @Benchmark
    public void columns() throws IOException {
        OutputStream out = OutputStream.nullOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            new PartJson(json, out).write(new Part("train/loss", points, points, from -> page));
            json.writeEndObject();
        }
    }
}
