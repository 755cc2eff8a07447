package io.daybook.server.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Deadline;
import io.daybook.server.start.Launched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/operations.md, as an operator would type them, from the first to the last. */
class HandbookIT {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh( stopped)?\n(.*?)^```$");

    /** Where the operator's shell stands. */
    @TempDir
    private Path here;

    @Test
    @Tag("ops-1.jar")
    @Tag("ops-1.serve")
    @Tag("ops-1.home")
    @Tag("ops-4.checkpoints.key")
    void every_command_of_the_handbook_does_what_it_is_there_for() throws Exception {
        assertThat(blocks(false)).hasSizeGreaterThan(8);
        try (Launched server = Launched.from(here, "--server.port=0", "--daybook.crayon.port=0")) {
            String base = "http://127.0.0.1:" + server.port();
            assertThat(here.toFile().list()).containsExactly("daybook-data");
            assertThat(here.resolve("daybook-data/keys/checkpoint.key")).isNotEmptyFile();
            for (String block : blocks(false)) {
                run(block.replace("http://127.0.0.1:9000", base));
                nothingIsBeingRebuilt(base);
            }
        }
        Files.copy(DOCS.resolve("verify_log.py"), here.resolve("verify_log.py"));
        assertThat(blocks(true)).hasSizeGreaterThan(4);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Path.of("target", "daybook.jar").toAbsolutePath().toString();
        for (String block : blocks(true)) run(block.replace("java -jar daybook.jar", java + " -jar " + jar));
    }

    @Test
    @Tag("ops-4.forger.copies")
    @Tag("ops-7.zip.hashes")
    void the_handbook_says_what_operators_have_to_know() throws IOException {
        assertThat(Files.readString(DOCS.resolve("operations.md")).replace('\n', ' '))
                .contains(
                        "Keep checkpoints on another machine",
                        "Password hashes are in it as they are stored: whoever holds it may try them offline");
    }

    private static List<String> blocks(boolean stopped) throws IOException {
        return BLOCK.matcher(Files.readString(DOCS.resolve("operations.md")))
                .results()
                .filter(found -> (found.group(1) != null) == stopped)
                .map(found -> found.group(2))
                .toList();
    }

    /** One rebuild at a time: the handbook's reader looks before the next. */
    private void nothingIsBeingRebuilt(String base) throws Exception {
        Deadline.until("no rebuild runs", () -> !run("curl -sf " + base + "/ops/rebuilds")
                .contains("\"RUNNING\""));
    }

    private String run(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(here.toFile())
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        String told = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor(120, TimeUnit.SECONDS)).as(script).isTrue();
        assertThat(shell.exitValue()).as(script + told).isZero();
        return told;
    }
}
