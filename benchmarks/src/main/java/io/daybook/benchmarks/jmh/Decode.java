package io.daybook.benchmarks.jmh;

import io.daybook.server.event.StoredTypeSerializer;
import java.util.concurrent.TimeUnit;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
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

/** An event's payload, as it was stored, read again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Decode {

    @Param({"1", "1000"})
    public int points;

    private final StoredTypeSerializer serializer = StoredTypeSerializer.forEvents();
    private SerializedObject<byte[]> stored =
            new SimpleSerializedObject<>(new byte[0], byte[].class, new SimpleSerializedType("", ""));

    @Setup
    public void setUp() {
        stored = serializer.serialize(LogUnderTest.points(1, 1, points).getPayload(), byte[].class);
    }

    @Benchmark
    public Object event() {
        return serializer.deserialize(stored);
    }
}
