package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.stage.Rates;
import io.daybook.benchmarks.stage.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Iterations created and read one by one, against the limits of the machine. */
final class Iterations implements Measurement {

    private static final String READ = "`GET /iteration/{id}`, 16 connections";
    private static final String CREATED = "iterations created, 1 connection";
    private static final int KNOWN = 100;

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        long experiment = stage.experiment();
        List<byte[]> known = new ArrayList<>();
        for (int i = 0; i < KNOWN; i++) known.add(Requests.get("/iteration/" + stage.iteration(experiment)));
        byte[] create = Requests.post("/iteration/experiment/" + experiment, "");
        try (Rates rates = new Rates(stage)) {
            rates.withHealth()
                    .reads(READ, Collections.nCopies(Rates.CONNECTIONS, Feed.of(known)))
                    .withDisk()
                    .writes(CREATED, 1, List.of(() -> create))
                    .run();
            return List.of(rates.ofHealth(READ, 0.5), rates.ofDisk(CREATED, 0.25));
        }
    }
}
