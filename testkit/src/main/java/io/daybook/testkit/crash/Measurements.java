package io.daybook.testkit.crash;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What was measured: printed at once, and kept as the rows of a table. */
final class Measurements {

    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    private final List<String> rows = new ArrayList<>();

    void time(String what, Step step) throws IOException {
        long begin = System.nanoTime();
        step.run();
        note(what, secondsSince(begin));
    }

    static String secondsSince(long begin) {
        return "%.1f s".formatted((System.nanoTime() - begin) / 1e9);
    }

    void note(String what, String figure) {
        System.out.printf("%-60s %s%n", what, figure);
        rows.add("| " + what + " | " + figure + " |");
    }

    void write(Path report, String title, Class<?> program) throws IOException {
        String machine = "%d cores, %s %s, JDK %d, %s, load average at the end %.0f"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature(),
                        LocalDate.now(ZoneOffset.UTC),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Files.writeString(report, """
                # %s

                Written by `%s`. %s; server and clients share the machine.

                | step | |
                |---|---|
                %s
                """.formatted(title, program.getName(), machine, String.join("\n", rows)));
    }
}
