package io.daybook.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples, as a person starts them. */
class ExamplesIT {

    private static final Path EXAMPLES = Path.of("..", "examples");

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE);

    @Test
    void the_walk_with_curl_comes_to_its_end() throws Exception {
        String told = output(
                "bash", EXAMPLES.resolve("walk.sh").toString(), SERVER.http().base());

        assertThat(told)
                .contains("came back as it went")
                .contains("\"stage_id\":3")
                .contains("\"CONFLICT\"");
    }

    @Test
    void the_run_in_java_is_logged() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String told = output(
                java, EXAMPLES.resolve("LogRun.java").toString(), SERVER.http().base());

        assertThat(told).contains("logged 30 epochs").contains("\"total\":60");
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process example = new ProcessBuilder(command).redirectErrorStream(true).start();
        example.getOutputStream().close();
        String told = new String(example.getInputStream().readAllBytes(), UTF_8);
        assertThat(example.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(example.exitValue()).as(told).isZero();
        return told;
    }
}
