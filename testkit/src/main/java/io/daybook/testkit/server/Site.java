package io.daybook.testkit.server;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is started again and again: one home, free ports.
 *
 * @param command starts the server; its settings are added at the end
 * @param mongodb where the views are instead of the home
 * @param settings such as {@code --daybook.read.wait=1s}
 */
public record Site(
        List<String> command, Path home, @Nullable String mongodb, List<String> settings) {

    /** The class path of this process, for a server whose classes are on it. */
    public static List<String> ofClassPath(String main, String... jvm) {
        List<String> command = new ArrayList<>(List.of(java(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(jvm));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return command;
    }

    /** With the cache of its classes that the build leaves beside it, if it is there: a start takes half the time. */
    public static List<String> ofJar(Path jar, String... jvm) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(List.of(jvm));
        Path cache = jar.resolveSibling("daybook.aot");
        if (Files.exists(cache)) command.add("-XX:AOTCache=" + cache);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** The same, with one more setting. */
    public Site with(String setting) {
        List<String> more = new ArrayList<>(settings);
        more.add(setting);
        return new Site(command, home, mongodb, more);
    }

    public ServerProcess start() throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--server.port=0", "--daybook.crayon.port=0", "--daybook.home=" + home));
        all.addAll(settings);
        if (mongodb != null) all.add("--daybook.mongodb.uri=" + mongodb);
        Files.createDirectories(home);
        return ServerProcess.start(all, output());
    }

    public Path events() {
        return home.resolve("events.db");
    }

    /** What all servers printed that ran here. */
    public Path output() {
        return home.resolveSibling(home.getFileName() + ".output");
    }

    /** Throws the views away, while no server runs. */
    public void dropViews() throws IOException {
        if (mongodb == null) delete(home.resolve("views"));
        else dropDatabase(mongodb);
    }

    /** Throws the snapshots away, while no server runs. */
    public void dropSnapshots() throws IOException {
        for (String end : List.of("", "-wal", "-shm")) Files.deleteIfExists(home.resolve("snapshots.db" + end));
    }

    /** Fails when a server printed that something went wrong. */
    public void expectNoErrors() throws IOException {
        try (Stream<String> lines = Files.lines(output())) {
            lines.filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                    .findFirst()
                    .ifPresent(line -> {
                        throw new AssertionError("a server printed: " + line);
                    });
        }
    }

    private static void dropDatabase(String uri) {
        String database = Objects.requireNonNull(new ConnectionString(uri).getDatabase(), "the URI names no database");
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(database).drop();
        }
    }

    /** A folder, and all that is in it. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
