package io.daybook.http.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentCommand.CreateExperiment;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Response;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the JSON body of every tracking route, shown on two of them. */
class BodiesTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        edge.world.command(CreateProject.class, create -> "created");
        edge.world.command(CreateExperiment.class, create -> "created");
    }

    private static Response post(int status, String body) {
        return edge.http().post("/project").body(body).answers(status);
    }

    private static Response invalid(String body) {
        Response answer = post(422, body).isEnvelope("INVALID_PAYLOAD");
        assertThat(edge.world.commands()).isEmpty();
        return answer;
    }

    private static String name() {
        return edge.world.payloads(CreateProject.class).getLast().name();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "nonsense", "*/*"})
    void a_body_is_json_whatever_it_is_called(String type) {
        edge.http()
                .post("/project")
                .body(type, "{\"name\":\"a+b=c&d\"}".getBytes(UTF_8))
                .answers(201);

        assertThat(name()).isEqualTo("a+b=c&d");
    }

    @Test
    void a_body_needs_no_type() {
        post(201, " {\"name\" : \"\u00fc \ud83d\ude80\"} \n");

        assertThat(name()).isEqualTo("\u00fc \ud83d\ude80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"name\":\"x\"",
                "{'name':'x'}",
                "{name:\"x\"}",
                "{\"name\":\"x\",}",
                "{\"name\":\"x\"} {}",
                "{\"name\":\"x\"}]",
                "{\"name\":\"a\nb\"}",
                "{\"name\":\"\\x\"}",
                "name=x",
                "\u00e4"
            })
    void what_is_no_json_is_invalid(String body) {
        invalid(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "7", "true", "[{\"name\":\"x\"}]"})
    void what_is_no_object_is_invalid(String body) {
        invalid(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7b226e616d65223a22ff227d",
                "7b226e616d65223a22c3227d",
                "7b226e616d65223a22eda080227d",
                "0000ffff",
                "fffe0000ff",
                "0000007b00110000",
                "00"
            })
    void bytes_that_are_no_text_are_invalid(String hex) {
        edge.http()
                .post("/project")
                .body("application/json", HexFormat.of().parseHex(hex))
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD");
    }

    @Test
    void other_encodings_of_unicode_are_read() {
        edge.http()
                .post("/project")
                .body("application/json", "{\"name\":\"x\"}".getBytes(UTF_16BE))
                .answers(201);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"a\\u0000b\"', name is not text without a NUL character",
        "'\"\\ud800\"', name is not Unicode text",
        "'\"\\udc00\\ud800\"', name is not Unicode text",
        "1, name is not a string",
        "true, name is not a string",
        "'{}', name is not a string",
        "'[\"x\"]', name is not a string",
        "NaN, name is not a string"
    })
    void text_is_text(String value, String complaint) {
        invalid("{\"name\":" + value + "}").says(complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "\"1\"",
                "true",
                "NaN",
                "1e400",
                "-1e400",
                "1e99999999999",
                "1e-99999999999",
                "1e-9",
                "9223372036854775808",
                "[1]",
                "{}"
            })
    void an_integer_is_an_integer(String value) {
        edge.http()
                .post("/experiment/project/3")
                .body("{\"status_id\":" + value + ",\"name\":\"x\"}")
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD")
                .says("status_id is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1e0", "10e-1", "1.000"})
    void an_integer_may_be_written_as_a_float(String value) {
        edge.http()
                .post("/experiment/project/3")
                .body("{\"status_id\":" + value + ",\"name\":\"x\"}")
                .answers(201);
    }

    @Test
    void unknown_keys_are_passed_over_whatever_they_hold() {
        post(201, "{\"a\":[{\"b\":[1,2.5,null,\"\\u0000\"]}],\"name\":\"x\",\"\":{},\"NAME\":\"y\"}");

        assertThat(name()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void what_is_nested_too_deeply_is_invalid(String opening) {
        invalid(opening.repeat(15_000));
        invalid("{\"name\":\"x\",\"a\":" + opening.repeat(15_000));
        invalid("{\"name\":" + opening.repeat(15_000));
    }

    @Test
    void a_number_of_many_digits_is_invalid() {
        invalid("{\"name\":\"x\",\"a\":" + "9".repeat(50_000) + "}");
    }

    @Test
    @Tag("ops-1.limits.beyond")
    void a_body_over_the_limit_is_too_large() {
        post(413, "x".repeat(100_001)).isEnvelope("PAYLOAD_TOO_LARGE");
        post(201, "{\"name\":\"" + "x".repeat(99_989) + "\"}");
    }

    @Test
    void a_body_in_chunks_is_measured_as_it_comes() {
        String head = "POST /project HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        String chunk = "2710\r\n" + "x".repeat(10_000) + "\r\n";

        assertThat(edge.raw(edge.port(), head + chunk.repeat(11) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("Content-Type: application/json;charset=utf-8", "{\"code\":\"PAYLOAD_TOO_LARGE\"");
    }

    @Test
    void headers_are_spelt_as_usual() {
        String request = "GET /project/abc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        assertThat(edge.raw(edge.port(), request))
                .contains("\r\nContent-Type: application/json;charset=utf-8\r\n")
                .contains("\r\nContent-Length: ", "\r\nAccess-Control-Allow-Origin: *\r\n");
    }
}
