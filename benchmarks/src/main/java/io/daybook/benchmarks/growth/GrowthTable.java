package io.daybook.benchmarks.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same figures at ever larger sizes, and in the last row what has become of each: more than one row is to be compared. */
final class GrowthTable {

    /** Worse by more than that is more than the machine's noise. */
    private static final double FLAT = 1.5;

    private final String of;
    private final List<Column> columns;
    private final List<Integer> sizes = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();

    /** @param of what there is more and more of */
    GrowthTable(String of, List<Column> columns) {
        this.of = of;
        this.columns = columns;
    }

    /** @param format of its figures: a rate ought to be high, anything else low */
    record Column(String name, String format) {

        /** How much worse the last is than the first. */
        double worse(double first, double last) {
            return format.endsWith("/s") ? first / last : last / first;
        }

        String text(double value) {
            return String.format(Locale.ROOT, format, value);
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void add(int size, double... figures) {
        sizes.add(size);
        rows.add(figures);
        System.out.println(row(sizes.size() - 1));
    }

    private String row(int row) {
        return line(String.format(Locale.ROOT, "%,d", sizes.get(row)), i -> columns.get(i)
                .text(rows.get(row)[i]));
    }

    private String line(String first, IntFunction<String> cell) {
        return IntStream.range(0, columns.size())
                .mapToObj(cell)
                .collect(Collectors.joining(" | ", "| " + first + " | ", " |"));
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(line(of, i -> columns.get(i).name()));
        lines.add("|---".repeat(columns.size() + 1) + "|");
        for (int i = 0; i < rows.size(); i++) lines.add(row(i));
        if (rows.size() > 1) lines.add(comparison());
        return String.join("\n", lines);
    }

    private String comparison() {
        double[] first = rows.getFirst();
        double[] last = rows.getLast();
        String times = String.format(Locale.ROOT, "%,d times as many", sizes.getLast() / sizes.getFirst());
        return line(
                times,
                i -> String.format(Locale.ROOT, "%.1f ×", last[i] / first[i])
                        + (columns.get(i).worse(first[i], last[i]) < FLAT ? ", flat" : ""));
    }
}
