package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.page.Goal;
import io.daybook.benchmarks.page.Unit;
import io.daybook.benchmarks.stage.Stage;
import io.daybook.benchmarks.stage.Views;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All views filled anew beside those that answer, compared, and put in their place. */
final class Rebuilt implements Measurement {

    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final Pattern ID = Pattern.compile("\"rebuild_id\":(\\d+)");

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        stage.seriesOf(stage.sizes().longSeries());
        try (Connection connection = new Connection(stage.port())) {
            long begin = System.nanoTime();
            String begun = connection.text(Requests.post("/ops/views/all/rebuild?mode=replace", ""));
            Matcher id = ID.matcher(begun);
            if (!id.find()) throw new IOException("no rebuild: " + begun);
            String state = ended(connection, Requests.get("/ops/rebuilds/" + id.group(1)));
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (!state.contains("\"state\":\"DONE\"") || !state.contains("\"equal\":true"))
                throw new IOException(state);
            Views.Place place = Views.place(connection);
            return List.of(figure(stage, seconds, place.head()));
        }
    }

    private static String ended(Connection connection, byte[] request) throws Exception {
        long begin = System.nanoTime();
        String state = connection.text(request);
        while (state.contains("\"state\":\"RUNNING\"")) {
            if (System.nanoTime() - begin > DEADLINE.toNanos()) throw new IOException("it does not end: " + state);
            TimeUnit.MILLISECONDS.sleep(10);
            state = connection.text(request);
        }
        return state;
    }

    private static Figure figure(Stage stage, double seconds, long events) {
        int points = stage.sizes().longSeries();
        return new Goal(10_000_000 / 60.0, Unit.PER_SECOND)
                .measured(
                        "points of a rebuild of all views (10 M a minute)",
                        points / seconds,
                        "%.1f s for %,d points in %,d events, comparison included",
                        seconds,
                        points,
                        events);
    }
}
