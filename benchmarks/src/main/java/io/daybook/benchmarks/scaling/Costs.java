package io.daybook.benchmarks.scaling;

import io.daybook.benchmarks.client.DiskLoop;
import io.daybook.benchmarks.client.Rounds;
import io.daybook.benchmarks.client.Rounds.Subject;
import io.daybook.benchmarks.client.Traffic;
import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.page.Tables;
import io.daybook.benchmarks.stage.CaughtUp;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One process with its own log, one node on a store, and three: each kind of request in turns, and what it costs each
 * process. The store is the stand-in for Axon Server that tests use.
 */
public final class Costs {

    private static final String DISK = "disk";
    private static final String ALONE = "alone";
    private static final String ONE = "one";
    private static final String THREE = "three";
    private static final int NODES = 3;

    private final Options options;
    private final List<Cost> costs = new ArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    private Costs(Options options) {
        this.options = options;
    }

    public static void main(String... arguments) throws Exception {
        new Costs(Options.of(arguments).in("scaling")).run();
    }

    private void run() throws Exception {
        options.clear();
        try (Group alone = Group.alone(options.in(ALONE));
                Group one = Group.of(1, options.in(ONE));
                Group three = Group.of(NODES, options.in(THREE));
                DiskLoop disk = new DiskLoop(options.home())) {
            double sync = 1 / disk.rate(options.slot());
            for (Load load : Load.ALL) costs.add(cost(load, alone, one, three));
            double events = Views.head(three.ports().getFirst());
            double start = three.started();
            Copying copying = new Copying(events, Math.max(three.join() - start, start / 100));
            report(new Measured(costs, copying, sync));
        }
    }

    private Cost cost(Load load, Group alone, Group one, Group three) throws Exception {
        Rounds rounds = new Rounds(options.rounds(), options.slot(), options.warmUp());
        rounds.with(ALONE, subject(load, alone)).with(ONE, subject(load, one)).with(THREE, subject(load, three));
        rounds.run();
        Cost cost = new Cost(
                load.key(),
                rounds.median(ALONE),
                rounds.median(ONE),
                rounds.median(THREE),
                rounds.ratio(THREE, ONE),
                spent(load, three));
        System.out.println(cost.line(load.name()));
        for (AutoCloseable each : opened) each.close();
        opened.clear();
        return cost;
    }

    /** Requests go to all nodes in turn. */
    private Subject subject(Load load, Group group) throws Exception {
        return subject(new Traffic(group.ports(), load.feeds().of(group.stage())), load, group);
    }

    private Subject subject(Traffic traffic, Load load, Group group) throws Exception {
        opened.add(traffic);
        return load.isRead() ? traffic : new CaughtUp(traffic, group.views(), 1);
    }

    /** All go to one node, so that what the others do is following. Reads come one by one, so that each asks the store. */
    private Spent spent(Load load, Group group) throws Exception {
        List<Feed> feeds = load.feeds().of(group.stage());
        Traffic traffic = new Traffic(group.ports().subList(0, 1), load.isRead() ? feeds.subList(0, 1) : feeds);
        Subject subject = subject(traffic, load, group);
        subject.rate(options.slot());
        long sent = traffic.answered();
        Meter before = group.meter();
        subject.rate(options.slot().multipliedBy(options.rounds()));
        return group.meter().since(before, Math.max(1, (double) (traffic.answered() - sent)));
    }

    private void report(Measured measured) throws Exception {
        List<String> lines = new ArrayList<>(List.of(Cost.HEAD));
        for (Load load : Load.ALL) lines.add(measured.of(load).line(load.name()));
        String table = String.join("\n", lines);
        String beside = String.format(
                Locale.ROOT,
                "%n%nA node that joins copies %,.0f events a second. `fdatasync` takes %.2f ms.",
                measured.copying().perSecond(),
                measured.sync() * 1_000);
        System.out.println("\n" + table + beside);
        measured.write(options.results());
        Tables.write(options.page("scaling.md"), "costs", Costs.class, table + beside);
    }
}
