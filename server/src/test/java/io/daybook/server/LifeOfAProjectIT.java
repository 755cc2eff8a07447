package io.daybook.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.HttpCaller;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tour for newcomers: what people do with Daybook, from the first sign-in to a restored backup. Every step goes over
 * HTTP to the whole program; each method is a chapter, and says with what the next one goes on.
 */
class LifeOfAProjectIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ADA = "{\"username\":\"ada\",\"password\":\"engine no. 1\"}";

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE)
            .with("daybook.auth.enabled", "true")
            .with("daybook.auth.secret", "a secret of the tour, long enough to sign tokens")
            .with("daybook.auth.first-password", "first");

    @Test
    void from_the_first_user_to_a_restored_backup() {
        HttpCaller admin = signIn("{\"username\":\"default\",\"password\":\"first\"}");
        long project = create(admin, "/project", "{\"name\":\"digits\",\"description\":\"ten classes\"}");
        HttpCaller ada = aColleagueJoins(admin, project);

        long experiment = create(ada, "/experiment/project/" + project, "{\"name\":\"softmax\",\"status_id\":1}");
        long iteration = aRunIsLogged(ada, experiment);
        long weights = itsFileIsKept(ada, experiment);
        aWrongPointIsCorrected(ada, iteration);
        theRunEnds(ada, iteration);
        itsModelGoesIntoProduction(ada, project, iteration, weights);
        theColleagueLeaves(admin, ada, project);
        everythingIsThereAfterARestart(project, iteration);

        anOldScriptIsBackedUpAndRestored();
        everythingIsRestoredElsewhere(project, iteration, weights);
    }

    /** Whoever has a name and a password gets a token for a day. */
    private static HttpCaller signIn(String credentials) {
        JsonNode envelope =
                json(SERVER.http().post("/auth").body(credentials).answers(200).bytes());
        return SERVER.http().as("Bearer " + envelope.get("access_token").asString());
    }

    /** A user may do nothing until a permission row of a project says so. */
    private static HttpCaller aColleagueJoins(HttpCaller admin, long project) {
        String body = ADA.replace("}", ",\"first_name\":\"Ada\",\"last_name\":\"Lovelace\"}");
        long user = create(admin, "/user", body);
        HttpCaller ada = signIn(ADA);
        ada.get("/project/" + project).answers(403).isEnvelope("PROJECT_PERMISSION_REQUIRED");

        String rights = "{\"create_permission\":true,\"read_permission\":true,\"update_permission\":true,"
                + "\"delete_permission\":false}";
        create(admin, "/userpermission/user/" + user + "/project/" + project, rights);
        assertThat(get(ada, "/project/" + project).get("name").asString()).isEqualTo("digits");
        return ada;
    }

    /** Parameters say what the run was told, metrics what came of it: one by one or in batches. */
    private static long aRunIsLogged(HttpCaller ada, long experiment) {
        long iteration = create(ada, "/iteration/experiment/" + experiment, "");
        create(ada, "/parameter/iteration/" + iteration, "{\"key\":\"learning rate\",\"value\":\"0.1\"}");
        ada.post("/iteration/" + iteration + "/snapshot")
                .body(
                        "{\"julia_version\":\"1.11\",\"git_sha\":\"4f2c\",\"git_dirty\":false,\"entrypoint\":\"train.jl\","
                                + "\"project_toml\":\"\",\"manifest_toml\":\"\"}")
                .answers(200);
        String losses = String.join(
                ",",
                IntStream.range(0, 100)
                        .mapToObj(step -> "{\"key\":\"loss\",\"value\":" + 2.0 / (step + 1) + "}")
                        .toList());
        ada.post("/metric/iteration/" + iteration + "/batch")
                .body("{\"metrics\":[" + losses + "]}")
                .answers(201);
        create(ada, "/metric/iteration/" + iteration, "{\"key\":\"accuracy\",\"value\":9.3,\"step\":99}");
        create(ada, "/tag/iteration/" + iteration, "{\"value\":\"baseline\"}");
        return iteration;
    }

    /** Files are kept by their content, and come back byte for byte. */
    private static long itsFileIsKept(HttpCaller ada, long experiment) {
        String form = """
                --b\r
                Content-Disposition: form-data; name="name"\r
                \r
                weights\r
                --b\r
                Content-Disposition: form-data; name="data"; filename="weights.bin"\r
                Content-Type: application/octet-stream\r
                \r
                0123456789\r
                --b--\r
                """;
        long resource = json(ada.post("/resource/experiment/" + experiment)
                        .body("multipart/form-data; boundary=b", form.getBytes(UTF_8))
                        .answers(201)
                        .bytes())
                .get("resource_id")
                .asLong();
        ada.get("/resource/" + resource + "/data").answers(200, "0123456789");
        return resource;
    }

    /** A correction is an event like any other: the log keeps what was logged first. */
    private static void aWrongPointIsCorrected(HttpCaller ada, long iteration) {
        JsonNode page = get(ada, "/metric/iteration/" + iteration + "?limit=200");
        JsonNode wrong = page.get("data")
                .valueStream()
                .filter(metric -> metric.get("key").asString().equals("accuracy"))
                .findFirst()
                .orElseThrow();
        String path = "/metric/" + wrong.get("id").asLong();
        ada.request("PATCH", path).body("{\"value\":0.93}").answers(200);
        assertThat(get(ada, path).get("value").asDouble()).isEqualTo(0.93);
    }

    /** An iteration that has ended takes nothing more. */
    private static void theRunEnds(HttpCaller ada, long iteration) {
        ada.request("PATCH", "/iteration/" + iteration)
                .body("{\"status_id\":2,\"end_date\":\"2026-02-11T10:00:00\"}")
                .answers(200);
        ada.post("/metric/iteration/" + iteration)
                .body("{\"key\":\"loss\",\"value\":1}")
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD");
    }

    /** What a version of a model points at stays. */
    private static void itsModelGoesIntoProduction(HttpCaller ada, long project, long iteration, long weights) {
        long model = create(ada, "/model/project/" + project, "{\"name\":\"digits\"}");
        String body = "{\"iteration_id\":" + iteration + ",\"resource_id\":" + weights + "}";
        long version = create(ada, "/modelversion/model/" + model, body);
        ada.request("PATCH", "/modelversion/" + version)
                .body("{\"stage_id\":3}")
                .answers(200);
        ada.delete("/iteration/" + iteration).answers(403).isEnvelope("PROJECT_PERMISSION_REQUIRED");
    }

    /** A right that was taken away is gone with the next request, whatever the token says. */
    private static void theColleagueLeaves(HttpCaller admin, HttpCaller ada, long project) {
        long user = get(ada, "/auth/me").get("id").asLong();
        JsonNode row = get(admin, "/userpermission/user/" + user + "/project/" + project);
        admin.delete("/userpermission/" + row.get("id").asLong()).answers(200);
        ada.get("/project/" + project).answers(403).isEnvelope("PROJECT_PERMISSION_REQUIRED");
    }

    /** What was acknowledged is on disk. */
    private static void everythingIsThereAfterARestart(long project, long iteration) {
        SERVER.restart();
        HttpCaller admin = signIn("{\"username\":\"default\",\"password\":\"first\"}");
        assertThat(get(admin, "/iteration/" + iteration).get("end_date").asString())
                .isEqualTo("2026-02-11T10:00:00.000");
        assertThat(get(admin, "/metric/iteration/" + iteration).get("total").asInt())
                .isEqualTo(101);
        admin.delete("/iteration/" + iteration).answers(409).isEnvelope("CONFLICT");
        assertThat(get(admin, "/project/" + project).get("name").asString()).isEqualTo("digits");
    }

    /** Clients of the older Crayon server speak to the second port, with a name and a password where those are asked for. */
    private static void anOldScriptIsBackedUpAndRestored() {
        String credentials = Base64.getEncoder().encodeToString("default:first".getBytes(UTF_8));
        HttpCaller script = SERVER.crayon().as("Basic " + credentials);
        script.post("/data").body("\"old run\"").answers(200, "ok");
        script.post("/data/scalars", "xp", "old run", "name", "loss")
                .body("[1771500000.5, 0, 0.25]")
                .answers(200, "ok");
        String before = script.get("/data/scalars", "xp", "old run", "name", "loss")
                .answers(200)
                .text();

        byte[] backup = script.get("/backup", "xp", "old run").answers(200).bytes();
        script.delete("/data", "xp", "old run").answers(200, "ok");
        script.post("/backup", "xp", "old run", "force", "1")
                .body("application/zip", backup)
                .answers(200, "ok");

        script.get("/data/scalars", "xp", "old run", "name", "loss").answers(200, before);
    }

    /** One zip holds all there is, and makes an empty server the same one: events, files, down to the last hash. */
    private static void everythingIsRestoredElsewhere(long project, long iteration, long weights) {
        HttpCaller admin = signIn("{\"username\":\"default\",\"password\":\"first\"}");
        byte[] everything = admin.get("/ops/backup").answers(200).bytes();
        JsonNode head = get(admin, "/audit/head");

        try (RunningServer elsewhere = SERVER.another().start()) {
            HttpCaller operator = elsewhere.http();
            operator.post("/ops/restore").body("application/zip", everything).answers(200);

            assertThat(get(operator, "/audit/head")).isEqualTo(head);
            assertThat(get(operator, "/project/" + project).get("name").asString())
                    .isEqualTo("digits");
            assertThat(get(operator, "/metric/iteration/" + iteration)
                            .get("total")
                            .asInt())
                    .isEqualTo(101);
            operator.get("/resource/" + weights + "/data").answers(200, "0123456789");
        }
    }

    private static long create(HttpCaller caller, String path, String body) {
        return json(caller.post(path).body(body).answers(201).bytes())
                .iterator()
                .next()
                .asLong();
    }

    private static JsonNode get(HttpCaller caller, String path) {
        return json(caller.get(path).answers(200).bytes());
    }

    private static JsonNode json(byte[] answer) {
        return JSON.readTree(answer);
    }
}
