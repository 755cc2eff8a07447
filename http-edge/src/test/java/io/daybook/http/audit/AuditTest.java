package io.daybook.http.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.access.CallerView;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventFilter.Origin;
import io.daybook.api.user.UserId;
import io.daybook.http.EdgeServer;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void three_events() {
        edge.world.query(FindAccess.class, CallerView.class, asked -> new CallerView(UserId.DEFAULT, "default", true));
        edge.log.add("DefaultUserSeeded", "{\"username\":\"default\",\"passwordHash\":\"$2a$10$x\"}", Map.of());
        edge.log.add(
                "ProjectCreated",
                "{\"name\":\"vision\"}",
                Map.of("actor", "1", "via", "tracking", "project", "3", "requestIds", "r1 r2"));
        ScalarPoints points = ScalarPoints.of(
                new ScalarPoint("loss", 4, 1771.5, 0.25), new ScalarPoint("acc", 5, 1771.5, Double.NaN));
        String payload = "{\"iterationId\":7,\"points\":" + JsonMapper.shared().writeValueAsString(points) + "}";
        edge.log.add("ScalarsLogged", payload, Map.of("actor", "1", "via", "crayon", "project", "3"));
    }

    private static JsonNode get(String path) {
        return JsonMapper.shared().readTree(edge.http().get(path).answers(200).bytes());
    }

    @Test
    @Tag("ops-0.instants")
    @Tag("ops-4.event")
    @Tag("ops-4.event.fields")
    @Tag("ops-4.event.requests")
    @Tag("ops-4.chain.metadata")
    @Tag("ops-7.fields")
    void an_event_says_who_did_what_when_and_through_which_door() {
        assertThat(get("/audit/events/2").toString())
                .isEqualTo("{\"position\":2,\"id\":\"e2\",\"timestamp\":\"2026-06-23T13:07:29.104Z\","
                        + "\"type\":\"ProjectCreated\",\"revision\":\"1\","
                        + "\"aggregate\":{\"type\":\"thing\",\"id\":\"thing-2\",\"sequence\":0},\"project_id\":3,"
                        + "\"actor\":{\"id\":1,\"username\":null},\"via\":\"tracking\",\"request_id\":\"r1\","
                        + "\"request_ids\":[\"r1\",\"r2\"],\"metadata\":"
                        + get("/audit/events/2").get("metadata")
                        + ",\"payload\":{\"name\":\"vision\"},\"payload_hash\":\"" + "0".repeat(64) + "\",\"hash\":\""
                        + "0".repeat(64) + "\"}");
    }

    @Test
    @Tag("ops-4.event.secrets")
    void no_secret_is_in_an_answer_and_points_can_be_read() {
        assertThat(get("/audit/events/1").get("payload").toString()).isEqualTo("{\"username\":\"default\"}");
        assertThat(get("/audit/events/3").get("payload").get("points").toString())
                .isEqualTo("[{\"key\":\"loss\",\"step\":4,\"wallTime\":1771.5,\"value\":0.25},"
                        + "{\"key\":\"acc\",\"step\":5,\"wallTime\":1771.5,\"value\":\"NaN\"}]");
    }

    @Test
    @Tag("ops-4.events")
    void a_page_tells_where_to_go_on() {
        JsonNode first = get("/audit/events?limit=2");
        assertThat(first.get("data").size()).isEqualTo(2);
        assertThat(first.get("next").asLong()).isEqualTo(2);

        JsonNode second = get("/audit/events?limit=2&after=2");
        assertThat(second.get("data").get(0).get("position").asLong()).isEqualTo(3);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    @Tag("ops-4.events.limit")
    void a_page_is_of_a_hundred_unless_it_says_otherwise() {
        edge.log.addAlike(1_500, "ProjectChanged", "{}".getBytes(UTF_8));

        assertThat(get("/audit/events").get("data").size()).isEqualTo(100);
        assertThat(get("/audit/events?limit=1").get("data").size()).isEqualTo(1);
        assertThat(get("/audit/events?limit=1000").get("data").size()).isEqualTo(1_000);
        assertThat(get("/audit/events?limit=1001").get("data").size()).isEqualTo(1_000);
    }

    /** The server is as far as the caller, and what lies between two sockets: not at the end, however long that is off. */
    @Test
    @Tag("ops-4.events.memory")
    void lines_are_written_as_they_are_read() throws IOException {
        edge.log.addAlike(3_000, "ProjectChanged", ("{\"name\":\"" + "x".repeat(100_000) + "\"}").getBytes(UTF_8));
        try (Socket socket = new Socket("127.0.0.1", edge.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /audit/events HTTP/1.1\r\nHost: x\r\nAccept: application/x-ndjson\r\n\r\n"
                            .getBytes(UTF_8));
            assertThat(socket.getInputStream().readNBytes(1_000_000)).hasSize(1_000_000);

            assertThat(edge.log.read.get()).isBetween(9L, 1_500L);
        }
    }

    @Test
    @Tag("ops-4.events.filters")
    void all_filters_reach_the_log() {
        get("/audit/events?after=1&project=3&aggregate=iteration-7&actor=1&type=A&type=B&via=crayon"
                + "&from=2&to=2026-06-23T13:07:30Z");

        assertThat(edge.log.filters)
                .contains(new EventFilter(1, 2, "iteration-7", Set.of("A", "B"), new Origin("3", "1", "crayon")));
    }

    @ParameterizedTest
    @Tag("ops-4.events.filters")
    @Tag("ops-7.from-to")
    @CsvSource({
        "from=2026-06-23T13:07:28.104Z, 1, 2",
        "from=2026-06-23T13:07:28.105Z, 2, 2",
        "to=2026-06-23T13:07:29.104Z, 1, 2",
        "to=2026-06-23T13:07:29.103Z, 1, 1",
        "from=2&to=2, 2, 2"
    })
    void moments_bound_what_is_read(String query, int first, int last) {
        List<Long> found = get("/audit/events?limit=9&" + query + (query.contains("to=") ? "" : "&to=2"))
                .get("data")
                .valueStream()
                .map(event -> event.get("position").asLong())
                .toList();

        assertThat(found).first().isEqualTo((long) first);
        assertThat(found).last().isEqualTo((long) last);
    }

    @Test
    @Tag("ops-4.events.lines")
    void lines_hold_all_events_one_each() {
        String lines = edge.http()
                .get("/audit/events?limit=1")
                .header("Accept", "application/x-ndjson")
                .answers(200)
                .hasHeader("Content-Type", "application/x-ndjson")
                .text();

        assertThat(lines.lines().map(line -> JsonMapper.shared()
                        .readTree(line)
                        .get("position")
                        .asLong()))
                .containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @Tag("ops-4.events.limit")
    @Tag("ops-7.malformed")
    @ValueSource(
            strings = {
                "/audit/events?limit=0",
                "/audit/events?limit=x",
                "/audit/events?after=-1",
                "/audit/events?from=yesterday",
                "/audit/events?to=2026-06-23",
                "/audit/events?actor=alice",
                "/audit/events?project=vision",
                "/audit/diff?project=vision",
                "/audit/diff?from=yesterday",
                "/audit/diff?from=-1",
                "/audit/diff?to=4",
                "/audit/diff?to=2999-01-01T00:00:00Z",
                "/audit/diff?from=2&to=1",
                "/audit/verify?from=0",
                "/audit/verify?from=9&to=3",
                "/audit/verify?to=4"
            })
    void what_cannot_be_a_filter_is_refused(String path) {
        edge.http().get(path).answers(422).isEnvelope("INVALID_PAYLOAD");
    }

    @Test
    @Tag("ops-4.head")
    @Tag("ops-4.verify")
    @Tag("ops-7.fields")
    @Tag("ops-7.unknown")
    void the_head_and_the_chain_can_be_asked_for() {
        assertThat(get("/audit/head").toString())
                .isEqualTo("{\"position\":3,\"hash\":\"" + "0".repeat(64)
                        + "\",\"timestamp\":\"2026-06-23T13:07:30.104Z\"}");
        assertThat(get("/audit/verify").toString())
                .isEqualTo("{\"verified\":true,\"from\":1,\"to\":3,\"hash\":\"ab\"}");
        edge.http().get("/audit/events/4").answers(404).isEnvelope("NOT_FOUND");
        edge.http().get("/audit/events/x").answers(404).isEnvelope("NOT_FOUND");
    }

    @Test
    @Tag("ops-4.checkpoints")
    @Tag("ops-4.checkpoints.compared")
    @Tag("ops-7.lists")
    @Tag("ops-7.checkpoint.made")
    @Tag("ops-7.verdict")
    void checkpoints_are_made_listed_and_compared() {
        String body =
                edge.http().post("/audit/checkpoints").body("").answers(201).text();
        assertThat(body)
                .isEqualTo("{\"position\":3,\"hash\":\"ab\",\"timestamp\":\"2026-06-23T13:07:27.104Z\","
                        + "\"signature\":\"c2ln\",\"public_key\":\"a2V5\"}");
        edge.http().get("/audit/checkpoints").answers(200, "[" + body + "]");
        edge.http().post("/audit/verify").body(body).answers(200, "{\"verified\":true,\"position\":3,\"reason\":null}");
        edge.http()
                .post("/audit/verify")
                .body(body.replace("\"position\":3", "\"position\":9"))
                .answers(200, "{\"verified\":false,\"position\":9,\"reason\":\"LENGTH\"}");
        edge.http().post("/audit/verify").body("{}").answers(422).says("position");
    }
}
