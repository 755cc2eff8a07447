package io.daybook.benchmarks.jmh;

import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
import tools.jackson.databind.json.JsonMapper;

/** The payload of {@code ScalarsLogged}: columns of numbers as JSON text, against columns packed and in Base64. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScalarsEncoding {

    /** The same columns as plain numbers. */
    public record Text(List<String> keys, int[] key, long[] step, double[] wallTime, double[] value) {}

    @Param({"1", "1000"})
    public int points;

    private final JsonMapper json = JsonMapper.shared();
    private ScalarPoints packed = ScalarPoints.of(new ScalarPoint("loss", 0, 0, 0));
    private Text text = new Text(List.of(), new int[0], new long[0], new double[0], new double[0]);
    private byte[] packedBytes = {};
    private byte[] textBytes = {};

    @Setup
    public void setUp() {
        Random random = new Random(7);
        packed = ScalarPoints.of(IntStream.range(0, points)
                .mapToObj(i -> new ScalarPoint(
                        "train/loss" + i % 3, i / 3, 1_771_000_000.25 + i * 0.137, random.nextGaussian()))
                .toList());
        text = new Text(
                packed.keys(),
                IntStream.range(0, points).map(packed::keyAt).toArray(),
                IntStream.range(0, points).mapToLong(packed::stepAt).toArray(),
                IntStream.range(0, points).mapToDouble(packed::wallTimeAt).toArray(),
                IntStream.range(0, points).mapToDouble(packed::valueAt).toArray());
        packedBytes = json.writeValueAsBytes(packed);
        textBytes = json.writeValueAsBytes(text);
        System.out.printf("bytes: text %d, packed %d%n", textBytes.length, packedBytes.length);
    }

    @Benchmark
    public byte[] write_text() {
        return json.writeValueAsBytes(text);
    }

    @Benchmark
    public byte[] write_packed() {
        return json.writeValueAsBytes(packed);
    }

    @Benchmark
    public double read_text() {
        return Arrays.stream(json.readValue(textBytes, Text.class).value()).sum();
    }

    @Benchmark
    public double read_packed() {
        ScalarPoints read = json.readValue(packedBytes, ScalarPoints.class);
        double sum = 0;
        for (int i = 0; i < read.size(); i++) sum += read.valueAt(i);
        return sum;
    }
}
