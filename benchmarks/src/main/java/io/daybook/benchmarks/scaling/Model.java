package io.daybook.benchmarks.scaling;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Nodes and a store that cost what was measured. A change: its node decides, the store takes it in and syncs, each node's
 * follower takes it from there, in order; it is answered when its own node has it. A read: its node asks the store where
 * the log ends, together with all reads that wait for the same, and answers.
 */
final class Model {

    private static final int DIGITS = 3;
    private static final double MICROS = 1e6;

    private final Shape shape;
    private final Measured measured;
    private final Cost cost;
    private final boolean read;
    private final Clock clock = new Clock();
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Node> nodes;
    private final Cores store;
    private final Gathered syncs = new Gathered(this::sync);
    private final Histogram latencies = new Histogram(DIGITS);
    private double begin;
    private double syncing;

    private final class Node {
        final Cores cores = new Cores(shape.cores());
        /** In the order of the log. */
        final Cores follower = new Cores(1);

        final Gathered questions = new Gathered(Model.this::question);
    }

    Model(Shape shape, Measured measured, Load load) {
        this.shape = shape;
        this.measured = measured;
        this.cost = measured.of(load);
        this.read = load.isRead();
        this.nodes = Stream.generate(Node::new).limit(shape.nodes()).toList();
        this.store = new Cores(shape.cores());
    }

    /** Clients that send their next request when the last one was answered. */
    Outcome closed(int clients, double seconds) {
        for (int i = 0; i < clients; i++) again(i % nodes.size());
        return outcome(seconds);
    }

    private void again(int node) {
        double sent = clock.now();
        send(nodes.get(node), () -> {
            answered(sent);
            again((node + 1) % nodes.size());
        });
    }

    /** Clients who do not care how long answers take: so many requests a second. */
    Outcome open(double rate, double seconds) {
        arrive(rate, 0);
        return outcome(seconds);
    }

    private void arrive(double rate, int node) {
        double sent = clock.now();
        send(nodes.get(node), () -> answered(sent));
        clock.at(sent + varied(1 / rate), () -> arrive(rate, (node + 1) % nodes.size()));
    }

    /** What comes before it has got going does not count. */
    private Outcome outcome(double seconds) {
        begin = seconds / 4;
        clock.run(seconds);
        double rate = latencies.getTotalCount() / (seconds - begin);
        return new Outcome(
                rate,
                millis(50),
                millis(99),
                highest(nodes.stream().map(node -> node.cores), seconds),
                highest(nodes.stream().map(node -> node.follower), seconds),
                store.share(seconds),
                Math.min(1, syncing / seconds));
    }

    private double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) * 1_000 / MICROS;
    }

    private static double highest(Stream<Cores> some, double seconds) {
        return some.mapToDouble(cores -> cores.share(seconds)).max().orElse(0);
    }

    private void answered(double sent) {
        if (clock.now() >= begin) latencies.recordValue(Math.round((clock.now() - sent) * MICROS));
    }

    private double varied(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private void send(Node node, Runnable then) {
        clock.at(clock.now() + shape.hop(), () -> {
            if (read) node.questions.join(() -> serve(node, () -> reply(then)));
            else serve(node, () -> clock.at(clock.now() + shape.hop(), () -> append(node, then)));
        });
    }

    private void reply(Runnable then) {
        clock.at(clock.now() + shape.hop(), then);
    }

    private void serve(Node node, Runnable then) {
        clock.at(node.cores.done(clock.now(), varied(cost.each().serving())), then);
    }

    private void question(Runnable then) {
        clock.at(
                clock.now() + shape.hop(),
                () -> clock.at(store.done(clock.now(), varied(cost.each().storing())), () -> reply(then)));
    }

    private void append(Node node, Runnable then) {
        clock.at(
                store.done(clock.now(), varied(cost.each().storing())),
                () -> syncs.join(() -> reply(() -> followed(node, then))));
    }

    private void sync(Runnable then) {
        syncing += measured.sync();
        clock.at(clock.now() + measured.sync(), then);
    }

    private void followed(Node own, Runnable then) {
        for (Node node : nodes) {
            double copied = node.follower.done(clock.now(), cost.each().inOrder());
            if (node == own) clock.at(copied, () -> reply(then));
            else node.cores.done(clock.now(), cost.each().following());
        }
    }
}
