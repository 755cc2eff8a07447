package io.daybook.testkit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** What a program writes in a document, between two marks; the words around it are written by people. */
public final class WrittenPart {

    private static final String BEGIN = "<!-- begin of the table -->";
    private static final String END = "<!-- end of the table -->";

    private WrittenPart() {}

    /**
     * Says who wrote it, when and on what machine, above the table.
     *
     * @param table the new one, of what was there
     */
    public static void replace(Path file, Class<?> program, UnaryOperator<String> table) throws IOException {
        String old = Files.readString(file);
        int begin = old.indexOf(BEGIN) + BEGIN.length();
        int end = old.indexOf(END);
        if (begin < BEGIN.length() || end < begin) throw new IllegalArgumentException(file + " has no place for it");
        String part = "\n\nWritten by `%s` on %s: %d cores, %s %s, JDK %d.\n\n%s\n\n"
                .formatted(
                        program.getName(),
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature(),
                        table.apply(old.substring(begin, end)));
        Files.writeString(file, old.substring(0, begin) + part + old.substring(end));
    }
}
