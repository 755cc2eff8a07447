package io.daybook.testkit.cluster.round;

import io.daybook.testkit.cluster.Nodes;
import io.daybook.testkit.cluster.load.Tally;
import io.daybook.testkit.cluster.load.Workers;
import io.daybook.testkit.fault.scene.AtWork;
import io.daybook.testkit.fault.scene.Expect;
import io.daybook.testkit.fault.scene.Waiting;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What happens in each of the rounds, to the same nodes. */
final class Round {

    /** The store is killed in one round of so many, the second first. */
    private static final int STORE_EVERY = 4;

    /** A kill comes after some of so many writes, whatever the machine's speed. */
    private static final int WARM_UP = 200;

    /** So many writes must go well after it. */
    private static final int AFTERWARDS = 50;

    private static final int MOST_MILLIS = 500;
    private static final long STORE_AWAY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Nodes nodes;
    private final Workers workers;
    private final Probe probe;
    private final Figures figures;
    private final Duration soon;
    private final SplittableRandom random;

    Round(Nodes nodes, Workers workers, Probe probe, Figures figures, RoundSettings settings) {
        this.nodes = nodes;
        this.workers = workers;
        this.probe = probe;
        this.figures = figures;
        this.soon = settings.soon();
        this.random = new SplittableRandom(settings.seed());
    }

    /** @return what was seen, in one line */
    String run(int number) throws Exception {
        String seen = killNode("round " + number);
        if (number % STORE_EVERY == 2) seen += "; " + killStore("store " + number);
        check();
        return seen;
    }

    private String killNode(String name) throws Exception {
        int node = random.nextInt(nodes.size());
        Tally load = new Tally();
        long millis;
        try (AtWork work = workers.begin(name, load)) {
            untilAMoment(work, load);
            long begin = System.nanoTime();
            nodes.kill(node);
            nodes.restart(node);
            probe.untilServes(node);
            millis = millisSince(begin);
            goesOn(work, load);
        }
        Expect.that(millis < soon.toMillis(), "a killed node serves again soon, not after " + millis + " ms");
        figures.killed(millis, load);
        return "node %d killed, served again after %.1f s; %d writes acknowledged, %d requests sent again, longest wait %.1f s"
                .formatted(node, millis / 1e3, load.acknowledged(), load.again(), load.longestMillis() / 1e3);
    }

    private String killStore(String name) throws Exception {
        Tally load = new Tally();
        long millis;
        try (AtWork work = workers.begin(name, load)) {
            untilAMoment(work, load);
            nodes.killStore();
            long gone = System.nanoTime();
            long refused = load.refused();
            LockSupport.parkNanos(STORE_AWAY_NANOS);
            Waiting.until("requests are refused", () -> load.refused() > refused);
            Expect.that(!load.isTakenAfter(gone), "nothing is taken without the store");
            nodes.restartStore();
            long begin = System.nanoTime();
            probe.untilAllServe();
            millis = millisSince(begin);
            goesOn(work, load);
        }
        figures.healed(millis, load);
        return "store killed, all served %.1f s after its return".formatted(millis / 1e3);
    }

    private void untilAMoment(AtWork work, Tally load) throws Exception {
        long enough = random.nextLong(1, WARM_UP);
        untilWritten(work, load, enough);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(1, MOST_MILLIS)));
    }

    private static void goesOn(AtWork work, Tally load) throws Exception {
        untilWritten(work, load, load.acknowledged() + AFTERWARDS);
    }

    private static void untilWritten(AtWork work, Tally load, long enough) throws Exception {
        Waiting.until("writing goes on", () -> {
            work.mustGoOn();
            return load.acknowledged() >= enough;
        });
    }

    /** One node after the other is told to stop, and started again, while all is written and read. */
    String restartAll() throws Exception {
        Tally load = new Tally();
        try (AtWork work = workers.begin("restarts", load)) {
            goesOn(work, load);
            for (int node = 0; node < nodes.size(); node++) {
                nodes.stop(node);
                nodes.restart(node);
                probe.untilServes(node);
            }
            goesOn(work, load);
        }
        check();
        figures.restarted(load);
        return "all restarted in turn: %d requests, %d sent again, longest wait %.1f s"
                .formatted(load.taken(), load.again(), load.longestMillis() / 1e3);
    }

    private void check() {
        workers.repeat();
        SameLog.check(nodes);
        for (int node = 0; node < nodes.size(); node++) workers.check(nodes.http(node));
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
