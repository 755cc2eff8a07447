package io.daybook.testkit.fault;

import io.daybook.testkit.fault.scene.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The table in {@code docs/reliability.md}, between two marks; the words around it are written by people. */
final class Report {

    private static final String BEGIN = "<!-- begin of the table -->";
    private static final String END = "<!-- end of the table -->";

    private Report() {}

    /**
     * Puts a row in the place of an earlier one of the same fault.
     *
     * @param order the faults, as they come one after the other
     */
    static void write(Path file, List<String> order, String row) throws IOException {
        String old = Files.readString(file);
        int begin = old.indexOf(BEGIN) + BEGIN.length();
        int end = old.indexOf(END);
        if (begin < BEGIN.length() || end < begin) throw new IllegalArgumentException(file + " has no place for it");
        Map<String, String> rows = rows(old.substring(begin, end));
        rows.put(fault(row), row);
        String table = "\n\nWritten by `%s` on %s: %d cores, %s %s, JDK %d.\n\n%s\n%s\n\n"
                .formatted(
                        Faults.class.getName(),
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature(),
                        Row.HEAD,
                        order.stream().map(rows::get).filter(Objects::nonNull).collect(Collectors.joining("\n")));
        Files.writeString(file, old.substring(0, begin) + table + old.substring(end));
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
