package io.daybook.testkit.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A stand-in that grows is a server, which somebody would have to test. */
class StandInTest {

    private static final Path SOURCES = Path.of("src/main/java/io/daybook/testkit/axonserver");
    private static final int MOST_LINES = 1_000;

    /** How tests start one, or find a real one. */
    private static final Set<String> AROUND_IT = Set.of(
            "AxonServer.java",
            "AxonServerMain.java",
            "AxonServerProcess.java",
            "AxonServerSettings.java",
            "RealServer.java");

    @Test
    void its_code_stays_small() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            long lines = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !AROUND_IT.contains(file.getFileName().toString()))
                    .mapToLong(StandInTest::lines)
                    .sum();
            assertThat(lines).isBetween(MOST_LINES / 2L, (long) MOST_LINES);
        }
    }

    /** Without comments, imports and empty ones. */
    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.matches("(import |package |/\\*|\\*|//).*"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
