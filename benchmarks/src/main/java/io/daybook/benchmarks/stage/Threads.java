package io.daybook.benchmarks.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What Linux tells of a process's threads. */
final class Threads {

    /** Its clock ticks, whatever the machine's. */
    private static final double TICKS_A_SECOND = 100;

    /** Compilers and collectors, which are busy at first and help each other. */
    private static final String MACHINE = "(C[12] |GC |G1 |VM ).*";

    /** Behind the name, which may hold blanks and stands in brackets. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private Threads() {}

    /** Processor seconds by thread. */
    static Map<Long, Double> of(long process) {
        Map<Long, Double> seconds = new TreeMap<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            for (Path task : tasks.toList()) add(task, seconds);
        } catch (IOException notTold) {
            return Map.of();
        }
        return seconds;
    }

    private static void add(Path task, Map<Long, Double> seconds) {
        try {
            String all = Files.readString(task.resolve("stat"));
            String name = all.substring(all.indexOf('(') + 1, all.lastIndexOf(')'));
            if (name.matches(MACHINE)) return;
            String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
            double ticks = Double.parseDouble(fields[USER]) + Double.parseDouble(fields[SYSTEM]);
            seconds.put(Long.valueOf(task.getFileName().toString()), ticks / TICKS_A_SECOND);
        } catch (IOException ended) {
            // a thread that is gone has nothing more to do
        }
    }
}
