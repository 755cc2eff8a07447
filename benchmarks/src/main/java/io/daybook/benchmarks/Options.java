package io.daybook.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a load run may be told: {@code --rounds=15 --millis=500 --restarts=3 --events=10000000 --jar=... --home=... --report=...}, and
 * {@code --java=...}, as often as wanted, for options of the server's virtual machine.
 */
record Options(
        Path jar, Path home, Path report, int rounds, Duration slot, int restarts, long events, List<String> java) {

    static Options of(String... arguments) {
        Map<String, String> named = new HashMap<>();
        List<String> java = new ArrayList<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length < 2) throw new IllegalArgumentException("not an option: " + argument);
            if (pair[0].equals("--java")) java.add(pair[1]);
            else named.put(pair[0], pair[1]);
        }
        return new Options(
                Path.of(named.getOrDefault("--jar", "server/target/daybook.jar")),
                Path.of(named.getOrDefault("--home", "benchmarks/target/load")),
                Path.of(named.getOrDefault("--report", "benchmarks/results/load.md")),
                Integer.parseInt(named.getOrDefault("--rounds", "15")),
                Duration.ofMillis(Long.parseLong(named.getOrDefault("--millis", "500"))),
                Integer.parseInt(named.getOrDefault("--restarts", "3")),
                Long.parseLong(named.getOrDefault("--events", "10000000")),
                List.copyOf(java));
    }
}
