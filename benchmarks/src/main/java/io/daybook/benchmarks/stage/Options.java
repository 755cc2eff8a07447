package io.daybook.benchmarks.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a run is told as {@code --name=value}; the README has the names. {@code --java=} and {@code --server=}, as often as
 * wanted, are options of the server's virtual machine, and of the server.
 */
public record Options(Path home, Map<String, String> named, List<String> java, List<String> server) {

    /** Not among those that a run is told. */
    private static final String MONGODB = "mongodb";

    private static final Set<String> KNOWN = Set.of(
            "jar",
            "home",
            "results",
            "page",
            "rounds",
            "millis",
            "warm-up",
            "restarts",
            "events",
            "keep",
            "only",
            "short",
            "points",
            "iterations",
            "minutes",
            "mlflow",
            "many");

    public static Options of(String... arguments) {
        Map<String, String> named = new HashMap<>();
        Map<String, List<String>> passedOn = new LinkedHashMap<>(Map.of("java", List.of(), "server", List.of()));
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            String name = pair[0].replaceFirst("^--", "");
            if (pair.length == 2 && passedOn.containsKey(name)) passedOn.merge(name, List.of(pair[1]), Options::both);
            else if (pair.length == 2 && KNOWN.contains(name)) named.put(name, pair[1]);
            else throw new IllegalArgumentException("not an option: " + argument);
        }
        Path home = Path.of(named.getOrDefault("home", "benchmarks/target/load"));
        return new Options(
                home, named, passedOn.getOrDefault("java", List.of()), passedOn.getOrDefault("server", List.of()));
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    public Path jar() {
        return Path.of(named.getOrDefault("jar", "server/target/daybook.jar"));
    }

    public Path results() {
        return Path.of(named.getOrDefault("results", "benchmarks/results"));
    }

    /** The page whose tables are written anew. */
    public Path page() {
        return Path.of(named.getOrDefault("page", "docs/performance.md"));
    }

    /** Another page beside that one. */
    public Path page(String name) {
        return page().resolveSibling(name);
    }

    /** Whether only that it works is to be seen: little of everything, and no time to measure it. */
    public boolean isShort() {
        return Boolean.parseBoolean(named.getOrDefault("short", "false"));
    }

    /** Whether what an earlier run has filled is read once more. */
    public boolean isKept() {
        return Boolean.parseBoolean(named.getOrDefault("keep", "false"));
    }

    public int rounds() {
        return Integer.parseInt(named.getOrDefault("rounds", isShort() ? "1" : "7"));
    }

    public Duration slot() {
        return Duration.ofMillis(number("millis", isShort() ? 20 : 1000));
    }

    public Duration warmUp() {
        return isShort() ? slot() : Duration.ofSeconds(number("warm-up", 20));
    }

    public int restarts() {
        return (int) number("restarts", isShort() ? 1 : 3);
    }

    public long events() {
        return number("events", 10_000_000);
    }

    /** The command that starts MLflow's server, to be compared with. */
    public String mlflow() {
        return named.getOrDefault("mlflow", "mlflow");
    }

    public long number(String name, long otherwise) {
        return Long.parseLong(named.getOrDefault(name, Long.toString(otherwise)));
    }

    /** Names of what is to be measured; none: all. */
    public Set<String> only() {
        String only = named.getOrDefault("only", "");
        return only.isEmpty() ? Set.of() : Set.of(only.split(",", -1));
    }

    public Options in(String folder) {
        return new Options(home.resolve(folder), named, java, server);
    }

    /** With one more option of the server's virtual machine. */
    public Options onJava(String option) {
        return new Options(home, named, both(java, List.of(option)), server);
    }

    /** With one more option of the server. */
    public Options onServer(String option) {
        return new Options(home, named, java, both(server, List.of(option)));
    }

    /** With the views in databases of that MongoDB server. */
    public Options onMongo(String uri) {
        Map<String, String> more = new HashMap<>(named);
        more.put(MONGODB, uri);
        return new Options(home, more, java, server);
    }

    /** Where the views of a server in this folder live, if not in the folder. */
    Optional<Database> database() {
        return Optional.ofNullable(named.get(MONGODB))
                .map(uri -> new Database(uri, "benchmarks_" + home.getFileName()));
    }

    public void clear() throws IOException {
        clear(home);
        database().ifPresent(Database::drop);
    }

    public void clearViews() throws IOException {
        clear(ServerProcess.home(this).resolve("views"));
        database().ifPresent(Database::drop);
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
