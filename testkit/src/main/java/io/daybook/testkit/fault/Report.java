package io.daybook.testkit.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The table in {@code docs/reliability.md}, between two marks; the words around it are written by people. */
final class Report {

    private static final String BEGIN = "<!-- begin of the table -->";
    private static final String END = "<!-- end of the table -->";

    private Report() {}

    static void write(Path file, List<String> rows) throws IOException {
        String old = Files.readString(file);
        int begin = old.indexOf(BEGIN) + BEGIN.length();
        int end = old.indexOf(END);
        if (begin < BEGIN.length() || end < begin) throw new IllegalArgumentException(file + " has no place for it");
        String table = "\n\nWritten by `%s` on %s: %d cores, %s %s, JDK %d.\n\n%s\n%s\n\n"
                .formatted(
                        Faults.class.getName(),
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature(),
                        Row.HEAD,
                        String.join("\n", rows));
        Files.writeString(file, old.substring(0, begin) + table + old.substring(end));
    }
}
