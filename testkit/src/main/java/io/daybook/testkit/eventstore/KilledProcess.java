package io.daybook.testkit.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs an {@link Appender} and kills it in the midst of its work. */
final class KilledProcess {

    private static final int ENOUGH = 500;
    private static final int ID_LENGTH = 36;
    private static final int PATIENCE_SECONDS = 60;

    private KilledProcess() {}

    /** The ids of the events that the process said were acknowledged. */
    static Set<String> run(StoreUnderTest stores, Path home, String name) throws IOException, InterruptedException {
        Process process = start(stores, home, name);
        Set<String> ids = new HashSet<>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // The kill may cut the last line short.
                if (line.length() == ID_LENGTH) ids.add(line);
                // Through the handle: the process itself would close the stream, and what was acknowledged be lost.
                if (ids.size() == ENOUGH) process.toHandle().destroyForcibly();
            }
        } finally {
            process.destroyForcibly();
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new IllegalStateException("it lives on");
        if (ids.size() < ENOUGH) throw new IllegalStateException("the process ended before it was killed");
        return ids;
    }

    private static Process start(StoreUnderTest stores, Path home, String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appender.class.getName(),
                        stores.getClass().getName(),
                        home.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
