package io.daybook.benchmarks.scaling;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.StringJoiner;

/**
 * What the model is fed with, as a file keeps it.
 *
 * @param sync seconds of an {@code fdatasync}
 */
record Measured(List<Cost> costs, Copying copying, double sync) {

    private static final String FILE = "scaling.properties";

    Cost of(Load load) {
        return costs.stream()
                .filter(cost -> cost.key().equals(load.key()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not measured: " + load.name()));
    }

    /** Seconds in which a node that joins copies what a request has left, if its views keep up. */
    double joining(Load load) {
        Spent each = of(load).each();
        return Math.max(each.events() / copying.perSecond(), each.inOrder());
    }

    void write(Path folder) throws IOException {
        StringJoiner lines =
                new StringJoiner("\n", "# written by Costs, read by Simulation: seconds, bytes, a second\n", "\n");
        for (Cost cost : costs) {
            lines.add(line(cost.key() + ".rates", cost.alone(), cost.one(), cost.three(), cost.ratio()));
            Spent each = cost.each();
            lines.add(line(cost.key() + ".seconds", each.serving(), each.following(), each.inOrder(), each.storing()));
            lines.add(line(cost.key() + ".bytes", each.log(), each.views(), each.stored(), each.events()));
        }
        lines.add(line("copying", copying.events(), copying.seconds()));
        lines.add(line("sync", sync));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), lines.toString());
    }

    private static String line(String name, double... values) {
        StringJoiner line = new StringJoiner(" ", name + " = ", "");
        for (double value : values) line.add(Double.toString(value));
        return line.toString();
    }

    static Measured read(Path folder) throws IOException {
        Properties file = new Properties();
        try (Reader text = Files.newBufferedReader(folder.resolve(FILE))) {
            file.load(text);
        }
        List<Cost> costs = new ArrayList<>();
        for (Load load : Load.ALL) {
            double[] rates = values(file, load.key() + ".rates", 4);
            double[] seconds = values(file, load.key() + ".seconds", 4);
            double[] bytes = values(file, load.key() + ".bytes", 4);
            Spent each =
                    new Spent(seconds[0], seconds[1], seconds[2], seconds[3], bytes[0], bytes[1], bytes[2], bytes[3]);
            costs.add(new Cost(load.key(), rates[0], rates[1], rates[2], rates[3], each));
        }
        double[] copying = values(file, "copying", 2);
        return new Measured(costs, new Copying(copying[0], copying[1]), values(file, "sync", 1)[0]);
    }

    private static double[] values(Properties file, String name, int count) {
        String[] texts = file.getProperty(name, "").split(" ", -1);
        if (texts.length != count) throw new IllegalStateException(FILE + " has no " + count + " values of " + name);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) values[i] = Double.parseDouble(texts[i]);
        return values;
    }
}
