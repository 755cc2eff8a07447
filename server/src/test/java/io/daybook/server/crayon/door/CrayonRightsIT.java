package io.daybook.server.crayon.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.Response;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Crayon's routes when requests must say who they come from. */
class CrayonRightsIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE)
            .with("daybook.auth.enabled", "true")
            .with("daybook.auth.first-password", "first: secret")
            .with("daybook.auth.secret", "a secret of these tests, which is long enough for any algorithm!");

    private static final String CHALLENGE = "Basic realm=\"Daybook\", charset=\"UTF-8\"";
    private static final String POINT = "/data/scalars?xp=known&name=loss";

    /** On the routes of the tracking API, which take no passwords. */
    @SuppressWarnings("NullAway.Init")
    private static TrackingClient admin;

    @BeforeAll
    static void begin() {
        admin = new TrackingClient(SERVER.http(), "Bearer " + token());
        as("default:first: secret").send("POST", "/data", "\"known\"").hasBody("ok");
        as("default:first: secret").send("POST", POINT, "[1,0,0.5]").hasBody("ok");
        for (String name : List.of("guest", "reader", "writer", "owner")) user(name);
        grant("reader", "false", "true", "false");
        grant("writer", "true", "false", "false");
        grant("owner", "true", "true", "true");
    }

    private static TrackingClient as(String pair) {
        return new TrackingClient(SERVER.http(), "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    private static String token() {
        String body = "{\"username\":\"default\",\"password\":\"first: secret\"}";
        String answer =
                new TrackingClient(SERVER.http()).send("POST", "/auth", body).text();
        return JsonMapper.shared().readTree(answer).get("access_token").asString();
    }

    private static void user(String name) {
        admin.create(
                "/user",
                "{\"first_name\":\"\",\"last_name\":\"\",\"username\":\"" + name + "\",\"password\":\"pä:" + name
                        + "\"}");
    }

    private static void grant(String name, String create, String read, String delete) {
        long user = named(admin.get("/user"), "username", name);
        long project = named(admin.get("/project"), "name", "crayon");
        String body = "{\"create_permission\":%s,\"read_permission\":%s,\"update_permission\":false,"
                + "\"delete_permission\":%s}";
        admin.create("/userpermission/user/" + user + "/project/" + project, body.formatted(create, read, delete));
    }

    private static long named(JsonNode list, String field, String name) {
        return list.valueStream()
                .filter(item -> item.get(field).asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /data, reader owner",
        "GET, /data?xp=known, reader owner",
        "GET, /data/scalars?xp=known&name=loss, reader owner",
        "GET, /backup?xp=known, reader owner",
        "POST, /data/scalars?xp=known&name=loss, writer owner",
        "POST, /data/histograms?xp=known&name=loss&tobuild=1, writer owner",
        "POST, /data, writer owner",
        "DELETE, /data?xp=nobody, owner",
        "POST, /backup?xp=nobody&force=1, owner"
    })
    void each_right_opens_its_routes_and_no_others(String verb, String target, String allowed) {
        for (String name : List.of("guest", "reader", "writer", "owner")) {
            long head = admin.head();
            Response answer = as(name + ":pä:" + name).send(verb, target, verb.equals("GET") ? "" : "[");
            if (allowed.contains(name)) {
                assertThat(answer.status()).as("%s: %s", name, answer.text()).isIn(200, 400);
            } else {
                answer.hasStatus(403).isPlainText();
                assertThat(answer.header("WWW-Authenticate")).isNull();
            }
            assertThat(admin.head()).isEqualTo(head);
        }
    }

    @ParameterizedTest
    @CsvSource({"default:wrong", "nobody:first: secret", "default", "''", "default:first", "DEFAULT:first: secret"})
    void who_is_not_known_is_told_in_text_how_to_say_it(String pair) {
        long head = admin.head();
        for (String target : List.of("/data", "/data?xp=known", "/backup?xp=known", "/data/histograms")) {
            as(pair).send("GET", target, "").hasStatus(401).isPlainText().hasHeader("WWW-Authenticate", CHALLENGE);
        }
        as(pair).send("POST", POINT, "[1,2,3]").hasStatus(401).isPlainText();
        new TrackingClient(SERVER.http())
                .send("DELETE", "/data?xp=known", "")
                .hasStatus(401)
                .isPlainText();
        assertThat(admin.head()).isEqualTo(head);
    }

    @Test
    void an_admin_and_whoever_has_a_token_are_let_in() {
        as("default:first: secret").send("GET", "/data", "").hasStatus(200).says("known");
        admin.send("GET", "/data", "").hasStatus(200).says("known");
        SERVER.crayon().get("/data").answers(401).isPlainText().hasHeader("WWW-Authenticate", CHALLENGE);
        as("default:first: secret").send("GET", "/user", "").hasStatus(401).isEnvelope("TOKEN_INVALID");
    }

    @Test
    void whoever_fails_too_often_has_to_wait_and_nobody_else() {
        user("forgetful");
        for (int i = 0; i < 20; i++)
            as("forgetful:wrong" + i).send("GET", "/data", "").hasStatus(401);

        Response tooMany =
                as("forgetful:wrong").send("GET", "/data", "").hasStatus(429).isPlainText();
        assertThat(Integer.parseInt(String.valueOf(tooMany.header("Retry-After"))))
                .isBetween(1, 61);
        as("forgetful:pä:forgetful").send("GET", "/data", "").hasStatus(429);
        as("owner:pä:owner").send("GET", "/data", "").hasStatus(200);
    }

    @Test
    void what_says_that_it_is_alive_asks_nobody() {
        SERVER.http().get("/health").answers(200);
        SERVER.http().get("/").answers(200, "0.5");
        SERVER.crayon().get("/").answers(200, "0.5");
    }
}
