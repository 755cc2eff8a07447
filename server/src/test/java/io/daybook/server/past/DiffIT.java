package io.daybook.server.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.ReadCount;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told to differ between two moments is what the answers as of the two differ in. */
class DiffIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern THING = Pattern.compile("/([a-z]+)/([0-9]+)");

    private static JsonNode diff(RunningServer server, String query) {
        return JSON.readTree(
                server.http().get("/audit/diff?" + query).answers(200).bytes());
    }

    @Test
    @Tag("ops-4.diff")
    @Tag("ops-7.diff")
    void a_days_work_is_told() throws Exception {
        try (RunningServer server = RunningServer.on(Engine.SQLITE).start()) {
            TrackingClient client = new TrackingClient(server.http());
            long project = client.project();
            long experiment = client.experiment(project);
            long iteration = client.iteration(experiment);
            long parameter = client.create("/parameter/iteration/" + iteration, "{\"key\":\"lr\",\"value\":\"0.1\"}");
            long metric = client.metric(iteration, "{\"key\":\"loss\",\"value\":1}");
            long gone = client.metric(iteration, "{\"key\":\"loss\",\"value\":2}");
            long from = client.head();

            client.patch("/experiment/" + experiment, "{\"name\":\"renamed\"}");
            client.create("/tag/iteration/" + iteration, "{\"value\":\"best\"}");
            client.patch("/metric/" + metric, "{\"value\":3.5}");
            client.delete("/metric/" + gone);
            client.metric(iteration, "{\"key\":\"acc\",\"value\":1}");
            client.delete("/parameter/" + parameter);
            long child = client.iteration(experiment);
            long to = client.head();

            assertThat(diff(server, "project=" + project + "&from=" + from + "&to=" + to)
                            .toString())
                    .isEqualTo("{\"from\":" + from + ",\"to\":" + to
                            + ",\"created\":[{\"type\":\"iteration\",\"id\":" + child + "}],"
                            + "\"changed\":[{\"type\":\"experiment\",\"id\":1,\"name\":\"renamed\",\"changes\":"
                            + "[{\"field\":\"name\",\"before\":\"sweep\",\"after\":\"renamed\"}]},"
                            + "{\"type\":\"iteration\",\"id\":1,\"changes\":"
                            + "[{\"field\":\"tags\",\"before\":[],\"after\":[\"best\"]}]},"
                            + "{\"type\":\"metric\",\"id\":" + metric + ",\"name\":\"loss\",\"changes\":"
                            + "[{\"field\":\"value\",\"before\":1.0,\"after\":3.5}]}],"
                            + "\"deleted\":[{\"type\":\"parameter\",\"id\":" + parameter + ",\"name\":\"lr\"},"
                            + "{\"type\":\"metric\",\"id\":" + gone + ",\"name\":\"loss\"}],"
                            + "\"series\":[{\"iteration_id\":1,\"kind\":\"scalar\",\"key\":\"loss\","
                            + "\"points_before\":2,\"points_after\":1},"
                            + "{\"iteration_id\":1,\"kind\":\"scalar\",\"key\":\"acc\","
                            + "\"points_before\":0,\"points_after\":1}]}");
            assertThat(types(diff(server, "from=" + from).get("created"))).containsExactly("tag", "iteration");
        }
    }

    @Test
    void what_goes_with_a_project_is_told_with_it_and_users_without_one_and_no_secret() throws Exception {
        try (RunningServer server = RunningServer.on(Engine.SQLITE).start()) {
            TrackingClient client = new TrackingClient(server.http());
            long project = client.project();
            long iteration = client.iteration(client.experiment(project));
            client.metric(iteration, "{\"key\":\"loss\",\"value\":1}");
            long user = client.create(
                    "/user", "{\"first_name\":\"\",\"last_name\":\"\",\"username\":\"ada\",\"password\":\"p\"}");
            long from = client.head();
            client.patch("/user/" + user, "{\"password\":\"another\",\"first_name\":\"Ada\"}");
            client.delete("/project/" + project);

            JsonNode all = diff(server, "from=" + from);
            assertThat(types(all.get("deleted")))
                    .containsExactly("project", "userpermission", "experiment", "iteration");
            assertThat(all.get("series").get(0).get("points_after").asInt()).isZero();
            assertThat(all.get("changed").toString())
                    .isEqualTo("[{\"type\":\"user\",\"id\":" + user + ",\"name\":\"ada\",\"changes\":"
                            + "[{\"field\":\"first_name\",\"before\":\"\",\"after\":\"Ada\"}]}]");
            assertThat(diff(server, "project=" + project + "&from=" + from).get("changed"))
                    .isEmpty();
            assertThat(types(diff(server, "to=1").get("created"))).containsExactly("user");
        }
    }

    private static List<String> types(JsonNode refs) {
        return refs.valueStream().map(ref -> ref.get("type").asString()).toList();
    }

    @ParameterizedTest
    @Tag("ops-4.diff")
    @ValueSource(longs = {11, 12})
    void it_tells_what_answers_differ_in(long seed) throws Exception {
        try (RunningServer server = RunningServer.on(Engine.SQLITE).start()) {
            Workload workload = new Workload(server.http(), seed);
            List<Long> heads = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                workload.change();
                heads.add(new TrackingClient(server.http()).head());
            }
            Random random = new Random(seed);
            for (int i = 0; i < 3; i++) {
                long one = heads.get(random.nextInt(heads.size()));
                long other = heads.get(random.nextInt(heads.size()));
                compare(server, workload, Math.min(one, other), Math.max(one, other));
            }
        }
    }

    private static void compare(RunningServer server, Workload workload, long from, long to) throws IOException {
        JsonNode diff = diff(server, "from=" + from + "&to=" + to);
        Map<String, String> told = told(diff);
        Set<String> things = new HashSet<>(told.keySet());
        workload.paths().stream()
                .filter(path -> THING.matcher(path).matches())
                .filter(path -> !path.startsWith("/metric/"))
                .forEach(things::add);
        for (String thing : things) {
            if (thing.startsWith("/userpermission/")) continue;
            String expected = difference(
                    server.http().get(thing + "?asOf=" + from).send(),
                    server.http().get(thing + "?asOf=" + to).send());
            assertThat(told.getOrDefault(thing, "same"))
                    .as(thing + " " + from + " " + to)
                    .isEqualTo(expected);
        }
    }

    /** By address; tags are asked for elsewhere. */
    private static Map<String, String> told(JsonNode diff) {
        Map<String, String> told = new HashMap<>();
        diff.get("created").forEach(ref -> told.put(address(ref), "created"));
        diff.get("deleted").forEach(ref -> told.put(address(ref), "deleted"));
        diff.get("changed").forEach(ref -> {
            List<String> fields = ref.get("changes")
                    .valueStream()
                    .map(change -> change.get("field").asString())
                    .filter(field -> !field.equals("tags"))
                    .toList();
            told.put(address(ref), fields.isEmpty() ? "same" : "changed " + fields);
        });
        return told;
    }

    private static String address(JsonNode ref) {
        return "/" + ref.get("type").asString() + "/" + ref.get("id").asLong();
    }

    private static String difference(Response before, Response after) {
        if (before.status() != after.status()) return after.status() == 200 ? "created" : "deleted";
        if (before.text().equals(after.text()) || before.status() != 200) return "same";
        JsonNode was = JSON.readTree(before.bytes());
        JsonNode is = JSON.readTree(after.bytes());
        return "changed "
                + is.propertyNames().stream()
                        .filter(field -> !is.get(field).equals(was.get(field)))
                        .toList();
    }

    @Test
    void of_a_long_log_only_what_was_asked_about_is_read() throws Exception {
        try (RunningServer server = RunningServer.on(Engine.SQLITE).start()) {
            TrackingClient client = new TrackingClient(server.http());
            long noise = client.iteration(client.experiment(client.project()));
            long project = client.project();
            long iteration = client.iteration(client.experiment(project));
            for (int i = 0; i < 200; i++) client.metric(noise, "{\"key\":\"loss\",\"value\":1}");
            for (int i = 0; i < 10; i++) client.metric(iteration, "{\"key\":\"loss\",\"value\":1}");
            long asked = eventsOf(server, project);
            ReadCount count = server.bean(ReadCount.class);

            long before = count.eventsRead();
            diff(server, "project=" + project);
            assertThat(count.eventsRead() - before).isLessThanOrEqualTo(3 * asked);

            before = count.eventsRead();
            client.get("/metric/iteration/" + iteration + "?asOf=" + client.head());
            assertThat(count.eventsRead() - before).isLessThanOrEqualTo(3 * asked);
        }
    }

    private static long eventsOf(RunningServer server, long project) {
        return JSON.readTree(server.http()
                        .get("/audit/events?limit=1000&project=" + project)
                        .answers(200)
                        .bytes())
                .get("data")
                .size();
    }
}
