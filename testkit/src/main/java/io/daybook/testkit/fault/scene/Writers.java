package io.daybook.testkit.fault.scene;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A few writers at work on one log, which may outlive the server that they write to. */
public final class Writers {

    private static final int MANY = 4;

    private final List<Writer> all = new ArrayList<>();

    public static Writers of(ServerProcess server) throws IOException {
        Writers writers = new Writers();
        writers.begin(server);
        return writers;
    }

    public boolean areNone() {
        return all.isEmpty();
    }

    /** Makes what they write to. */
    public void begin(ServerProcess server) throws IOException {
        try (HttpCaller http = server.http()) {
            long experiment = Made.experiment(http, "faults");
            for (int i = 0; i < MANY; i++) all.add(new Writer(Made.iteration(http, experiment)));
        }
    }

    /** Writing, until it is closed; fails then when an answer was none that may be given. */
    public final class Shift implements AutoCloseable {

        private final HttpCaller http;
        private final AtWork work;

        private Shift(ServerProcess server) {
            http = server.http();
            work = AtWork.on(all.stream()
                    .<Runnable>map(writer -> () -> writer.write(http))
                    .toList());
        }

        @Override
        public void close() {
            try {
                work.close();
            } finally {
                http.close();
            }
        }
    }

    public Shift writeTo(ServerProcess server) {
        return new Shift(server);
    }

    public long acknowledged() {
        return all.stream().mapToLong(Writer::acknowledged).sum();
    }

    /** From now on it is seen whether any point is acknowledged that was sent later. */
    public Later later() {
        return new Later(all.stream().map(Writer::begun).toList());
    }

    /** What was sent after a moment. */
    public final class Later {

        /** Of each writer, the number of its next point then. */
        private final List<Long> first;

        private Later(List<Long> first) {
            this.first = first;
        }

        public long acknowledged() {
            return IntStream.range(0, first.size())
                    .mapToLong(i -> all.get(i).acknowledged(first.get(i)))
                    .sum();
        }
    }

    public long refused() {
        return all.stream().mapToLong(Writer::refused).sum();
    }

    public Account check(ServerProcess server) throws Exception {
        Account sum = new Account(0, 0, 0, 0);
        try (HttpCaller http = server.http()) {
            for (Writer writer : all) sum = sum.plus(writer.check(http));
        }
        return sum;
    }
}
