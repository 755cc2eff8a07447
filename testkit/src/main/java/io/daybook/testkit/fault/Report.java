package io.daybook.testkit.fault;

import io.daybook.testkit.fault.scene.Row;
import io.daybook.testkit.report.WrittenPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The table in {@code docs/reliability.md}. */
final class Report {

    private Report() {}

    /**
     * Puts a row in the place of an earlier one of the same fault.
     *
     * @param order the faults, as they come one after the other
     */
    static void write(Path file, List<String> order, String row) throws IOException {
        WrittenPart.replace(file, Faults.class, old -> {
            Map<String, String> rows = rows(old);
            rows.put(fault(row), row);
            return Row.HEAD + "\n"
                    + order.stream().map(rows::get).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        });
    }

    private static Map<String, String> rows(String table) {
        return table.lines()
                .filter(line -> line.startsWith("| "))
                .collect(Collectors.toMap(Report::fault, row -> row, (first, again) -> again, HashMap::new));
    }

    private static String fault(String row) {
        return row.substring(2, row.indexOf(" |", 2));
    }
}
