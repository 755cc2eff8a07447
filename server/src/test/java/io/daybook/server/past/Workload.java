package io.daybook.server.past;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Request;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Changes drawn at random through all doors, and the addresses of everything that they may have changed. */
public final class Workload {

    private static final List<String> BEARERS = List.of("project", "experiment", "iteration");

    private final HttpCaller http;
    private final Random random;
    private final Map<String, List<Long>> ids = new TreeMap<>();
    private final Set<String> paths = new LinkedHashSet<>(List.of("/project", "/user", "/data"));
    private final CrayonChanges crayon;
    private final List<Change> changes;
    private int names;

    @FunctionalInterface
    interface Change {
        void make() throws IOException;
    }

    public Workload(HttpCaller http, long seed) throws IOException {
        this.http = http;
        this.random = new Random(seed);
        this.crayon = new CrayonChanges(http, random, paths);
        this.changes = changes();
        for (String kind : List.of("project", "experiment", "iteration", "model", "user")) create(kind);
    }

    /** What was there is often enough spoken of again: creations are a third of all. */
    private List<Change> changes() {
        List<Change> all = new ArrayList<>();
        for (String kind : List.of("project", "user", "model", "modelversion", "resource")) all.add(() -> create(kind));
        for (String kind : List.of("experiment", "iteration", "parameter", "metric")) {
            all.add(() -> create(kind));
            all.add(() -> create(kind));
        }
        for (String kind :
                List.of("project", "experiment", "iteration", "parameter", "metric", "model", "modelversion"))
            all.add(() -> patch(kind));
        for (String kind : List.of("user", "userpermission", "resource")) all.add(() -> patch(kind));
        for (String kind : List.of("iteration", "parameter", "metric", "resource", "model", "modelversion"))
            all.add(() -> delete(kind));
        all.add(this::deleteWhatContainsOrIsShared);
        for (int i = 0; i < 3; i++) {
            all.add(this::tag);
            all.add(this::series);
            all.add(crayon::change);
        }
        all.add(this::untag);
        all.add(this::grant);
        all.add(this::batch);
        all.add(this::snapshot);
        return all;
    }

    /** One change; refusals are as good as any other answer. */
    public void change() throws IOException {
        changes.get(random.nextInt(changes.size())).make();
    }

    public List<String> paths() {
        return List.copyOf(paths);
    }

    private void create(String kind) throws IOException {
        Response answer = Bodies.creation(kind, this).send();
        if (answer.status() != 201) return;
        long id = JsonMapper.shared().readTree(answer.bytes()).iterator().next().asLong();
        ids.computeIfAbsent(kind, none -> new ArrayList<>()).add(id);
        paths.add("/" + kind + "/" + id);
        for (String list : Bodies.listsOf(kind)) paths.add(list.formatted(id));
    }

    Request request(String verb, String path) {
        return http.request(verb, path);
    }

    /** One of its kind, there or not any more; 1 before there was any. */
    long any(String kind) {
        List<Long> known = ids.getOrDefault(kind, List.of(1L));
        return known.get(random.nextInt(known.size()));
    }

    String name() {
        return "n" + names++;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private void patch(String kind) throws IOException {
        Bodies.change(kind, this).send();
    }

    private void delete(String kind) throws IOException {
        send("DELETE", "/" + kind + "/" + any(kind), "");
    }

    private void deleteWhatContainsOrIsShared() throws IOException {
        String kind = List.of("experiment", "experiment", "project", "user", "userpermission", "tag")
                .get(random.nextInt(6));
        boolean fewLeft = kind.equals("project") && ids.get("project").size() < 3;
        if (!fewLeft) delete(kind);
    }

    private void tag() throws IOException {
        String bearer = BEARERS.get(random.nextInt(3));
        String path = "/tag/" + bearer + "/" + any(bearer);
        send("POST", path, "{\"value\":\"t" + random.nextInt(6) + "\"}");
        Response borne = http.get(path).send();
        if (borne.status() != 200) return;
        for (var tag : JsonMapper.shared().readTree(borne.bytes()))
            known("tag", tag.get("id").asLong());
    }

    private void known(String kind, long id) {
        if (paths.add("/" + kind + "/" + id))
            ids.computeIfAbsent(kind, none -> new ArrayList<>()).add(id);
    }

    private void untag() throws IOException {
        String bearer = BEARERS.get(random.nextInt(3));
        send("DELETE", "/tag/" + bearer + "/" + any(bearer) + "/" + any("tag"), "");
    }

    private void grant() throws IOException {
        String path = "/userpermission/user/" + any("user") + "/project/" + any("project");
        Response answer = http.post(path).body(Bodies.rights(this)).send();
        paths.add(path);
        if (answer.status() != 201) return;
        long id = JsonMapper.shared().readTree(answer.bytes()).iterator().next().asLong();
        ids.computeIfAbsent("userpermission", none -> new ArrayList<>()).add(id);
    }

    private void series() throws IOException {
        String key = random.nextBoolean() ? "loss" : "acc";
        send(
                "POST",
                "/series/iteration/" + any("iteration") + "/scalars",
                "{\"series\":[{\"key\":\"" + key + "\",\"value\":[1,NaN,2," + random.nextGaussian() + "]}]}");
    }

    private void batch() throws IOException {
        String points = "{\"key\":\"loss\",\"value\":1},{\"key\":\"acc\",\"value\":" + random.nextInt(9) + "}";
        send("POST", "/metric/iteration/" + any("iteration") + "/batch", "{\"metrics\":[" + points + "]}");
    }

    private void snapshot() throws IOException {
        send(
                "POST",
                "/iteration/" + any("iteration") + "/snapshot",
                "{\"julia_version\":\"1.11\",\"git_sha\":\"" + name() + "\",\"git_dirty\":true,\"entrypoint\":\"e\","
                        + "\"project_toml\":\"\",\"manifest_toml\":\"" + "m".repeat(50) + "\"}");
    }

    private void send(String verb, String path, String body) throws IOException {
        http.request(verb, path).body(body).send();
    }
}
