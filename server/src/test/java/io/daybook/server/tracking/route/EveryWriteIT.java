package io.daybook.server.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each route that writes, through every door: what it leaves in the log, and that a key makes it happen once. */
class EveryWriteIT {

    /** Routes that write no event, and so have nothing to keep; operators' routes write none either. */
    private static final List<String> NO_EVENTS =
            List.of("POST /auth", "POST /auth/refresh", "POST /audit/checkpoints", "POST /audit/verify");

    private static final String KEY = "Idempotency-Key";

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE);

    private static final Map<Write, Response> FIRST = new LinkedHashMap<>();

    @BeforeAll
    static void each_is_sent_once_under_a_key() throws IOException {
        Things things = new Things(new TrackingClient(SERVER.http()));
        List<Write> writes = new ArrayList<>(Write.tracking(Routes.servedBy(SERVER), things));
        writes.addAll(Write.others(SERVER.http(), things));
        for (Write write : writes) {
            Response answer = write.request(SERVER.http())
                    .header(KEY, "once")
                    .header("X-Request-Id", id(write))
                    .send();
            assertThat(answer.status()).as(write + " " + answer.text()).isIn(200, 201);
            FIRST.put(write, answer);
        }
    }

    private static String id(Write write) {
        return "of:" + write.verb() + write.path();
    }

    @Test
    void all_routes_that_write_are_among_them() {
        TreeSet<String> served = new TreeSet<>();
        SERVER.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(
                        mapping -> mapping.getMethodsCondition().getMethods().forEach(verb -> mapping.getPatternValues()
                                .forEach(path -> served.add(verb + " " + Route.bare(path)))));
        served.removeIf(route -> route.startsWith("GET ") || route.contains(" /ops/"));
        NO_EVENTS.forEach(served::remove);

        assertThat(served).isNotEmpty().allSatisfy(route -> assertThat(FIRST.keySet())
                .as(route)
                .anyMatch(write -> write.verb().equals(route.split(" ", 2)[0])
                        && write.path().replaceFirst("\\?.*", "").matches(pattern(route))));
    }

    private static String pattern(String route) {
        return route.split(" ", 2)[1].replace("{}", "[0-9]+");
    }

    @Test
    @Tag("ops-2.position.write")
    @Tag("ops-2.request-id.kept")
    void each_is_told_by_the_log_with_who_did_it_through_which_door_and_for_which_request() {
        Map<String, List<JsonNode>> told = new LinkedHashMap<>();
        events().forEach(event -> event.get("request_ids")
                .forEach(id -> told.computeIfAbsent(id.asString(), none -> new ArrayList<>())
                        .add(event)));

        assertThat(FIRST.keySet()).allSatisfy(write -> {
            List<JsonNode> events = told.getOrDefault(id(write), List.of());
            assertThat(events)
                    .as(write.toString())
                    .extracting(event -> event.get("type").asString())
                    .contains("RequestAnswered")
                    .hasSizeGreaterThan(1);
            assertThat(FIRST.get(write).header("Daybook-Position"))
                    .as(write.toString())
                    .isEqualTo(events.getLast().get("position").asString());
            assertThat(events).as(write.toString()).allSatisfy(event -> {
                assertThat(event.get("via").asString()).isEqualTo(write.door());
                assertThat(event.get("actor").toString()).isEqualTo("{\"id\":1,\"username\":\"default\"}");
            });
        });
    }

    private static List<JsonNode> events() {
        return SERVER.http()
                .get("/audit/events")
                .header("Accept", "application/x-ndjson")
                .answers(200)
                .text()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    @Test
    @Tag("ops-2.key.again")
    @Tag("ops-2.key.reused")
    void each_happens_once_however_often_it_is_sent_after_a_restart_too() throws IOException {
        assertOnce();
        SERVER.restart();
        assertOnce();
    }

    private static void assertOnce() throws IOException {
        String head = head();
        for (Map.Entry<Write, Response> first : FIRST.entrySet()) {
            Write write = first.getKey();
            Response again = write.same(SERVER.http()).header(KEY, "once").send();
            assertThat(again.status())
                    .as(write + " " + again.text())
                    .isEqualTo(first.getValue().status());
            assertThat(again.text())
                    .as(write.toString())
                    .isEqualTo(first.getValue().text());
            if (write.other() == null) continue;
            Response other = write.another(SERVER.http()).header(KEY, "once").send();
            assertThat(other.status()).as(write + " " + other.text()).isEqualTo(write.isPlain() ? 400 : 422);
            if (!write.isPlain()) other.isEnvelope("IDEMPOTENCY_KEY_REUSED");
        }
        assertThat(head()).as("nothing was written").isEqualTo(head);
    }

    @Test
    @Tag("ops-2.key.form")
    void a_key_that_is_none_is_refused_by_each() throws IOException {
        String head = head();
        for (Write write : FIRST.keySet()) {
            Response refused =
                    write.same(SERVER.http()).header(KEY, "x".repeat(129)).send();
            if (write.isPlain()) refused.hasStatus(400).isPlainText().says(KEY);
            else refused.hasStatus(422).isEnvelope("INVALID_PAYLOAD").says(KEY);
        }
        assertThat(head()).isEqualTo(head);
    }

    @Test
    @Tag("ops-2.key.ignored")
    void what_writes_no_event_ignores_a_key() throws IOException {
        String checkpoint =
                withNoKey("POST /audit/checkpoints", "").hasStatus(201).text();
        withNoKey("POST /audit/checkpoints", "another").hasStatus(201);
        withNoKey("POST /audit/verify", checkpoint).hasStatus(200);
        withNoKey("POST /auth", "{\"username\":\"default\",\"password\":\"default\"}")
                .hasStatus(200);
        withNoKey("POST /auth/refresh", "").hasStatus(200);
        withNoKey("DELETE /ops/rebuilds/77", "").hasStatus(404);
    }

    /** A key that would be refused wherever one counts. */
    private static Response withNoKey(String route, String body) throws IOException {
        String[] parts = route.split(" ");
        return SERVER.http()
                .request(parts[0], parts[1])
                .header(KEY, "x".repeat(129))
                .body(body)
                .send();
    }

    private static String head() throws IOException {
        return String.valueOf(SERVER.http().get("/audit/head").send().header("Daybook-Position"));
    }
}
