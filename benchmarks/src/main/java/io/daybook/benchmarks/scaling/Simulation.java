package io.daybook.benchmarks.scaling;

import io.daybook.benchmarks.page.Tables;
import io.daybook.benchmarks.stage.Options;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What many nodes would carry if everything costs what {@link Costs} has measured, and each had a machine of its own. */
public final class Simulation {

    private static final List<Integer> NODES = List.of(1, 3, 10, 100);
    private static final List<Integer> CONTEXTS = List.of(1, 3, 10, 30);
    private static final int MOST = 100;

    /** Enough to keep all of a node's processors busy while most of them wait for the store. */
    private static final int CLIENTS = 64;

    private static final int DAY = 86_400;

    private final Options options;
    private final Measured measured;

    private Simulation(Options options) throws IOException {
        this.options = options;
        this.measured = Measured.read(options.results());
    }

    public static void main(String... arguments) throws Exception {
        new Simulation(Options.of(arguments)).run();
    }

    private void run() throws IOException {
        write("capacity", capacity());
        write("contexts", contexts());
        write("disks", disks());
    }

    private void write(String name, List<String> lines) throws IOException {
        String table = String.join("\n", lines);
        System.out.println("\n" + table);
        Tables.place(options.page("scaling.md"), name, Simulation.class, table);
    }

    private double seconds() {
        return options.isShort() ? 0.05 : 2;
    }

    private Outcome most(int nodes, Load load) {
        return new Model(Shape.of(nodes), measured, load).closed(CLIENTS * nodes, seconds());
    }

    private Outcome half(int nodes, Load load) {
        return new Model(Shape.of(nodes), measured, load).open(most(nodes, load).rate() / 2, seconds());
    }

    @SuppressWarnings("AnnotateFormatMethod") // Error Prone's annotation is not worth its library here
    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private List<String> capacity() {
        List<String> lines = new ArrayList<>(List.of(
                "| requests | nodes | at most | busiest then | at half of that: median | 99 of 100 within |",
                "|---|---|---|---|---|---|"));
        for (Load load : List.of(Load.POINTS, Load.BATCHES, Load.ITERATIONS, Load.READS)) {
            for (int nodes : NODES) {
                Outcome most = most(nodes, load);
                Outcome half = half(nodes, load);
                lines.add(line(
                        "| %s | %d | %,.0f/s | %s | %.1f ms | %.1f ms |",
                        load.name().replaceFirst(", \\d+ clients.*", ""),
                        nodes,
                        most.rate(),
                        most.limit(),
                        half.median(),
                        half.slowest()));
            }
        }
        return lines;
    }

    /** Projects dealt out evenly. */
    private List<String> contexts() {
        List<String> lines = new ArrayList<>(List.of(
                "| contexts, each with a store | nodes of each | single points | batches of 1,000 points |",
                "|---|---|---|---|"));
        for (int contexts : CONTEXTS) {
            int nodes = MOST / contexts;
            lines.add(line(
                    "| %d | %d | %,.0f/s | %,.0f/s |",
                    contexts,
                    nodes,
                    contexts * most(nodes, Load.POINTS).rate(),
                    contexts * most(nodes, Load.BATCHES).rate()));
        }
        return lines;
    }

    private List<String> disks() {
        List<String> lines = new ArrayList<>(List.of(
                "| nodes | points a day, in batches, at a tenth of what is possible | log a day, on each node | views a day, on each node | store a day | a new node copies a day's log in |",
                "|---|---|---|---|---|---|"));
        Spent each = measured.of(Load.BATCHES).each();
        for (int nodes : NODES) {
            double requests = most(nodes, Load.BATCHES).rate() / 10 * DAY;
            lines.add(line(
                    "| %d | %,.0f million | %,.0f GB | %,.0f GB | %,.0f GB | %,.1f h |",
                    nodes,
                    requests * Load.BATCHES.points() / 1e6,
                    requests * each.log() / 1e9,
                    requests * each.views() / 1e9,
                    requests * each.stored() / 1e9,
                    requests * measured.joining(Load.BATCHES) / 3_600));
        }
        return lines;
    }
}
