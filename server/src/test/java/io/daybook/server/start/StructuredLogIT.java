package io.daybook.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Deadline;
import io.daybook.testkit.http.FreePort;
import io.daybook.testkit.http.HttpCaller;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs for machines: a JSON object a line, and what belongs to a request says so. */
class StructuredLogIT {

    private static final String SECRET = "0123456789-0123456789-0123456789";
    private static final String PASSWORD = "open sesame";

    @TempDir
    private Path home;

    @ParameterizedTest
    @Tag("ops-2.request-id.kept")
    @CsvSource({"ecs, /requestId, /message", "logstash, /requestId, /message", "gelf, /_requestId, /short_message"})
    void each_line_is_an_object_and_names_its_request(String format, String id, String message) throws Exception {
        int port = FreePort.find();
        try (Launched server = Launched.with(
                        "--daybook.home=" + home,
                        "--server.port=" + port,
                        "--daybook.crayon.port=0",
                        "--daybook.auth.enabled=true",
                        "--daybook.auth.secret=" + SECRET,
                        "--daybook.auth.first-password=" + PASSWORD,
                        "--logging.structured.format.console=" + format,
                        "--logging.level.io.daybook.http.request=debug");
                HttpCaller http = new HttpCaller(port)) {
            Deadline.until("it has started", () -> server.text().contains("authentication on"));
            String token = ask(http);
            Deadline.until("requests are logged", () -> String.join("\n", server.lines())
                    .contains("third"));

            List<JsonNode> lines = parsed(server);
            assertThat(lines).anySatisfy(line -> {
                assertThat(line.at(id).asString("")).isEqualTo("first");
                assertThat(line.at(message).asString("")).isEqualTo("POST /auth 200");
            });
            assertThat(lines)
                    .anySatisfy(line -> assertThat(line.at(id).asString("")).isEqualTo("second"));
            assertThat(lines.getFirst().at(id).isMissingNode())
                    .as("before any request")
                    .isTrue();
            assertThat(server.text()).doesNotContain(SECRET, PASSWORD, token);
        }
    }

    /** @return a token, which is a secret */
    private static String ask(HttpCaller http) throws IOException {
        String token = JsonMapper.shared()
                .readTree(http.post("/auth")
                        .header("X-Request-Id", "first")
                        .body("{\"username\":\"default\",\"password\":\"" + PASSWORD + "\"}")
                        .answers(200)
                        .bytes())
                .get("access_token")
                .asString();
        http.as("Bearer " + token)
                .get("/project")
                .header("X-Request-Id", "second")
                .answers(200);
        http.get("/nowhere").header("X-Request-Id", "third").answers(404);
        return token;
    }

    private static List<JsonNode> parsed(Launched server) throws IOException {
        return server.lines().stream()
                .filter(line -> !line.isBlank())
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
