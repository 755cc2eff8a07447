package io.daybook.benchmarks.stage;

import io.daybook.benchmarks.client.Rounds;
import io.daybook.benchmarks.client.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes whose time ends when the views have them, not when they are acknowledged. */
public final class CaughtUp implements Rounds.Subject, AutoCloseable {

    private final Traffic traffic;
    private final List<Views> views;
    private final int each;
    private final List<Double> acknowledged = new ArrayList<>();

    /**
     * @param views of every server that is to have them
     * @param each what a request counts for
     */
    public CaughtUp(Traffic traffic, List<Views> views, int each) {
        this.traffic = traffic;
        this.views = views;
        this.each = each;
    }

    @Override
    public double rate(Duration time) throws Exception {
        long before = traffic.answered();
        long begin = System.nanoTime();
        acknowledged.add(each * traffic.rate(time));
        for (Views server : views) server.await();
        return each * (traffic.answered() - before) * 1e9 / (System.nanoTime() - begin);
    }

    /** The median, a second; the first was warming up. */
    double acknowledged() {
        return Rounds.median(
                acknowledged.stream().skip(1).mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public void close() {
        traffic.close();
    }
}
