package io.daybook.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tables in a page whose words are written by people: each stands between two marks. */
public final class Tables {

    private Tables() {}

    /** What was measured here and now. */
    public static void write(Path page, String name, Class<?> program, String table) throws IOException {
        String measured = "%s; server and clients share the machine.\n\n%s".formatted(Machine.described(), table);
        place(page, name, program, measured);
    }

    /** What was worked out. */
    public static void place(Path page, String name, Class<?> program, String text) throws IOException {
        String begin = "<!-- %s: written by %s -->".formatted(name, program.getSimpleName());
        String end = "<!-- end of %s -->".formatted(name);
        String old = Files.exists(page) ? Files.readString(page) : begin + end + "\n";
        int from = old.indexOf(begin) + begin.length();
        int to = old.indexOf(end);
        if (from < begin.length() || to < from) throw new IllegalArgumentException(page + " has no place for " + name);
        Files.writeString(page, old.substring(0, from) + "\n\n" + text + "\n\n" + old.substring(to));
    }
}
