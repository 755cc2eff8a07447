package io.daybook.testkit.crash;

import io.daybook.testkit.server.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to do to which server.
 *
 * @param server the command that starts it
 * @param folder the server's home and the clients' backups are put there
 * @param dropViews whether the views are thrown away
 * @param mongodb where the views are instead of the home: a URI that names a database, or {@link #PROCESS}
 * @param load for so long, at most, clients write before the server is killed
 */
public record CrashSettings(
        int rounds,
        List<String> server,
        Path folder,
        boolean dropViews,
        @Nullable String mongodb,
        long seed,
        Duration load) {

    /** Instead of a URI: a server that speaks MongoDB's protocol is started, in a process of its own. */
    public static final String PROCESS = "process";

    static final String USAGE = """
            CrashRounds [--rounds=25] [--jar=server/target/daybook.jar] [--drop-views] [--mongodb=URI|process]
                        [--seed=N] [--folder=FOLDER] [--load-millis=2000]
            """;

    private static final Set<String> OPTIONS =
            Set.of("rounds", "jar", "drop-views", "mongodb", "seed", "folder", "load-millis");

    CrashSettings on(String address) {
        return new CrashSettings(rounds, server, folder, dropViews, address, seed, load);
    }

    /** @throws IllegalArgumentException when an argument makes no sense */
    static CrashSettings parse(String[] arguments, Path folder) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] option = argument.split("=", 2);
            String name = option[0].startsWith("--") ? option[0].substring(2) : "";
            if (!OPTIONS.contains(name)) throw new IllegalArgumentException("unknown: " + argument + "\n" + USAGE);
            given.put(name, option.length == 2 ? option[1] : "true");
        }
        Path jar = Path.of(given.getOrDefault("jar", "server/target/daybook.jar"));
        return new CrashSettings(
                Integer.parseInt(given.getOrDefault("rounds", "25")),
                Site.ofJar(jar, "-Xmx256m", "-XX:TieredStopAtLevel=1"),
                Path.of(given.getOrDefault("folder", folder.toString())),
                Boolean.parseBoolean(given.getOrDefault("drop-views", "false")),
                given.get("mongodb"),
                Long.parseLong(given.getOrDefault("seed", Long.toString(System.nanoTime()))),
                Duration.ofMillis(Long.parseLong(given.getOrDefault("load-millis", "2000"))));
    }
}
