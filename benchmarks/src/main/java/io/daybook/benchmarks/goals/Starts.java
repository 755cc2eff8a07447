package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Rounds;
import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.page.Goal;
import io.daybook.benchmarks.page.Unit;
import io.daybook.benchmarks.stage.LongLog;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.ServerProcess;
import io.daybook.benchmarks.stage.Stage;
import io.daybook.benchmarks.stage.Views;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** From starting the program until a read is answered, on nothing and on a long log; and that log checked. */
final class Starts implements Measurement {

    private static final Goal GOAL = new Goal(3, Unit.SECONDS);
    private static final byte[] READ = Requests.get("/project");

    private final List<Figure> figures = new ArrayList<>();

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        stage.pause();
        Options options = stage.options().in("starts");
        double[] seconds = new double[options.restarts()];
        for (int i = 0; i < seconds.length; i++) {
            options.clear();
            seconds[i] = untilRead(options);
        }
        started("first answer after a start, nothing stored", "", seconds);
        long events = lengthen(options, stage.sizes().logBytes());
        for (int i = 0; i < seconds.length; i++) seconds[i] = untilRead(options);
        started("first answer after a start, on a long log", "%,d events".formatted(events), seconds);
        options.clear();
        return figures;
    }

    /** Answers how many events there are then. */
    private long lengthen(Options options, long bytes) throws Exception {
        try (LongLog log = new LongLog(ServerProcess.home(options))) {
            log.fillToBytes(bytes);
        }
        try (ServerProcess server = ServerProcess.start(options)) {
            long events = new Views(server.port()).await().head();
            figures.add(verified(server, events));
            return events;
        }
    }

    private void started(String name, String beside, double... seconds) {
        figures.add(GOAL.measured(name, Rounds.median(seconds), "%s", beside));
    }

    private static double untilRead(Options options) throws Exception {
        long begin = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(options);
                Connection connection = new Connection(server.port())) {
            connection.exchange(READ).done();
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static Figure verified(ServerProcess server, long events) throws Exception {
        try (Connection connection = new Connection(server.port())) {
            long begin = System.nanoTime();
            String answer = connection.text(Requests.get("/audit/verify"));
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (!answer.contains("\"verified\":true")) throw new IOException(answer);
            return new Goal(200_000, Unit.PER_SECOND)
                    .measured("events of the chain verified", events / seconds, "%.1f s", seconds);
        }
    }
}
