package io.daybook.benchmarks.feed;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Requests;
import java.io.IOException;

/** Points as training logs them: noisy values of full precision, a quarter of a second apart; as few requests as will do. */
public final class Filling {

    private static final int TOGETHER = 100_000;

    private final Connection connection;
    private final long iteration;

    public Filling(Connection connection, long iteration) {
        this.connection = connection;
        this.iteration = iteration;
    }

    /** @param stride between two steps */
    public void log(String key, int points, int stride) throws IOException {
        for (int from = 0; from < points; from += TOGETHER) {
            String body = body(key, from, Math.min(points, from + TOGETHER), stride);
            connection
                    .exchange(Requests.post("/series/iteration/" + iteration + "/scalars", body))
                    .done();
        }
    }

    private static String body(String key, int from, int to, int stride) {
        StringBuilder step = new StringBuilder("\"step\":[");
        StringBuilder value = new StringBuilder("\"value\":[");
        StringBuilder time = new StringBuilder("\"wall_time\":[");
        Noise noise = new Noise(from);
        for (int i = from; i < to; i++) {
            String comma = i == from ? "" : ",";
            step.append(comma).append((long) i * stride);
            value.append(comma).append(noise.next());
            time.append(comma).append(1_771_000_000.25 + i * 0.25);
        }
        return "{\"series\":[{\"key\":\"" + key + "\"," + step + "]," + value + "]," + time + "]}]}";
    }
}
