package io.daybook.benchmarks.jmh;

import io.daybook.benchmarks.client.DiskLoop;
import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Single points appended durably, each thread to an iteration of its own, against what the disk can do at all. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Append {

    /** The log that all threads append to. */
    @State(Scope.Benchmark)
    public static class Shared {

        private final LogUnderTest log = new LogUnderTest(Sync.FULL);
        private final DiskLoop disk = new DiskLoop(log.folder);
        private final AtomicLong iterations = new AtomicLong();

        @TearDown
        public void tearDown() throws IOException {
            disk.close();
            log.close();
        }
    }

    /** The iteration that a thread appends to. */
    @State(Scope.Thread)
    public static class Own {

        private long iteration;
        private long sequence;

        @Setup
        public void setUp(Shared shared) {
            iteration = shared.iterations.incrementAndGet();
            shared.log.store.publish(LogUnderTest.created(iteration));
        }
    }

    @Benchmark
    @Threads(1)
    public void append_by_1_thread(Shared shared, Own own) {
        shared.log.store.publish(LogUnderTest.points(own.iteration, ++own.sequence, 1));
    }

    @Benchmark
    @Threads(16)
    public void append_by_16_threads(Shared shared, Own own) {
        shared.log.store.publish(LogUnderTest.points(own.iteration, ++own.sequence, 1));
    }

    @Benchmark
    @Threads(1)
    public void fdatasync_of_512_bytes(Shared shared) throws IOException {
        shared.disk.write();
    }
}
