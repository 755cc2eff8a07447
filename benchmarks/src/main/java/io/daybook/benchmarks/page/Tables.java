package io.daybook.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tables in a page whose words are written by people: each stands between two marks. */
public final class Tables {

    private Tables() {}

    public static void write(Path page, String name, Class<?> program, String table) throws IOException {
        String begin = "<!-- %s: written by %s -->".formatted(name, program.getSimpleName());
        String end = "<!-- end of %s -->".formatted(name);
        String old = Files.exists(page) ? Files.readString(page) : begin + end + "\n";
        int from = old.indexOf(begin) + begin.length();
        int to = old.indexOf(end);
        if (from < begin.length() || to < from) throw new IllegalArgumentException(page + " has no place for " + name);
        String text = "\n\n%s; server and clients share the machine.\n\n%s\n\n".formatted(Machine.described(), table);
        Files.writeString(page, old.substring(0, from) + text + old.substring(to));
    }
}
