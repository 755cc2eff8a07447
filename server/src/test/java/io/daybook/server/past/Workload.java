package io.daybook.server.past;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes drawn at random through all doors, and the addresses of everything that they may have changed. */
public final class Workload {

    private final HttpCaller http;
    private final Random random;
    private final List<Long> projects = new ArrayList<>();
    private final List<Long> experiments = new ArrayList<>();
    private final List<Long> iterations = new ArrayList<>();
    private final List<Long> models = new ArrayList<>();
    private final List<String> paths = new ArrayList<>(List.of("/project", "/user", "/data"));
    private int names;

    public Workload(HttpCaller http, long seed) {
        this.http = http;
        this.random = new Random(seed);
    }

    public List<String> paths() {
        return List.copyOf(paths);
    }

    /** One change; refusals are as good as any other answer. */
    public void change() throws IOException {
        if (iterations.isEmpty()) begin();
        switch (random.nextInt(16)) {
            case 0 -> project();
            case 1, 2 -> experiment();
            case 3, 4 -> iteration();
            case 5 -> send("PATCH", "/project/" + any(projects), "{\"name\":\"n" + names++ + "\"}");
            case 6 ->
                send("PATCH", "/experiment/" + any(experiments), "{\"status_id\":" + (1 + random.nextInt(3)) + "}");
            case 7 -> send("POST", "/tag/experiment/" + any(experiments), "{\"value\":\"t" + random.nextInt(4) + "\"}");
            case 8 ->
                create(
                        "/parameter/iteration/" + any(iterations),
                        "{\"key\":\"k\",\"value\":\"" + names++ + "\"}",
                        "/parameter/");
            case 9 ->
                create(
                        "/metric/iteration/" + any(iterations),
                        "{\"key\":\"loss\",\"value\":" + random.nextGaussian() + "}",
                        "/metric/");
            case 10 ->
                send(
                        "POST",
                        "/series/iteration/" + any(iterations) + "/scalars",
                        "{\"series\":[{\"key\":\"loss\",\"value\":[1,NaN,2]}]}");
            case 11 -> send("PATCH", "/iteration/" + any(iterations), "{\"notes\":\"" + names++ + "\"}");
            case 12 -> model();
            case 13 -> crayon();
            case 14 -> send("PATCH", last("/metric/"), "{\"value\":" + names++ + "}");
            default -> delete();
        }
    }

    private void begin() throws IOException {
        project();
        experiment();
        iteration();
    }

    private void project() throws IOException {
        projects.add(create("/project", "{\"name\":\"p" + names++ + "\"}", "/project/"));
        long project = projects.getLast();
        paths.addAll(List.of(
                "/project/" + project + "/members",
                "/experiment/project/" + project,
                "/tag/project/" + project,
                "/model/project/" + project));
    }

    private void experiment() throws IOException {
        long id = create(
                "/experiment/project/" + any(projects),
                "{\"name\":\"e" + names++ + "\",\"status_id\":1}",
                "/experiment/");
        if (id < 0) return;
        experiments.add(id);
        paths.addAll(List.of("/iteration/experiment/" + id, "/resource/experiment/" + id, "/tag/experiment/" + id));
    }

    private void iteration() throws IOException {
        long id = create("/iteration/experiment/" + any(experiments), "", "/iteration/");
        if (id < 0) return;
        iterations.add(id);
        paths.addAll(List.of(
                "/iteration/" + id + "/children",
                "/parameter/iteration/" + id,
                "/metric/iteration/" + id,
                "/series/iteration/" + id,
                "/series/iteration/" + id + "/scalars?key=loss"));
    }

    private void model() throws IOException {
        if (models.isEmpty() || random.nextBoolean()) {
            long id = create("/model/project/" + any(projects), "{\"name\":\"m" + names++ + "\"}", "/model/");
            if (id < 0) return;
            models.add(id);
            paths.add("/modelversion/model/" + id);
        } else {
            create(
                    "/modelversion/model/" + any(models),
                    "{\"iteration_id\":" + any(iterations) + "}",
                    "/modelversion/");
        }
    }

    private void crayon() throws IOException {
        String name = "x" + random.nextInt(3);
        switch (random.nextInt(4)) {
            case 0 -> send("POST", "/data", "\"" + name + "\"");
            case 1 -> send("DELETE", "/data?xp=" + name, "");
            default -> send("POST", "/data/scalars?xp=" + name + "&name=loss", "[1.5," + names++ + ",0.5]");
        }
        for (String path : List.of("/data?xp=" + name, "/data/scalars?xp=" + name + "&name=loss")) {
            if (!paths.contains(path)) paths.add(path);
        }
    }

    private void delete() throws IOException {
        switch (random.nextInt(5)) {
            case 0 -> send("DELETE", "/experiment/" + any(experiments), "");
            case 1 -> send("DELETE", "/iteration/" + any(iterations), "");
            case 2 -> send("DELETE", last("/metric/"), "");
            case 3 -> send("DELETE", last("/parameter/"), "");
            default -> {
                if (projects.size() > 2) send("DELETE", "/project/" + any(projects), "");
            }
        }
    }

    private long any(List<Long> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    /** Of those under a prefix, the last that was created. */
    private String last(String prefix) {
        return paths.stream()
                .filter(path -> path.startsWith(prefix) && Character.isDigit(path.charAt(prefix.length())))
                .reduce((earlier, later) -> later)
                .orElse(prefix + "1");
    }

    /** The id, below 0 when it was refused. */
    private long create(String path, String body, String prefix) throws IOException {
        Response answer = http.post(path).body(body).send();
        if (answer.status() != 201) return -1;
        JsonNode id = JsonMapper.shared().readTree(answer.bytes()).iterator().next();
        paths.add(prefix + id.asLong());
        return id.asLong();
    }

    private void send(String method, String path, String body) throws IOException {
        http.request(method, path).body(body).send();
    }
}
