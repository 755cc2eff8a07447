package io.daybook.testkit.fault.scene;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.Json;
import java.io.IOException;

/** Creates what others need; answers with its id. */
public final class Made {

    private Made() {}

    /** In a project of its own. */
    public static long experiment(HttpCaller http, String name) throws IOException {
        String named = "{\"name\":" + Json.text(name);
        long project = id(http, "/project", named + "}", "project_id");
        return id(http, "/experiment/project/" + project, named + ",\"status_id\":1}", "experiment_id");
    }

    public static long iteration(HttpCaller http, long experiment) throws IOException {
        return id(http, "/iteration/experiment/" + experiment, "", "iteration_id");
    }

    private static long id(HttpCaller http, String path, String body, String key) throws IOException {
        return Json.read(http.post(path).body(body).send().hasStatus(201).bytes())
                .get(key)
                .asLong();
    }
}
