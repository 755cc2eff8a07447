package io.daybook.testkit.fault.kill;

import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.fault.scene.Waiting;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.Json;
import io.daybook.testkit.server.ServerProcess;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All views are being rebuilt when the server is killed. */
public final class KilledRebuild extends KilledAmid {

    private @Nullable Bulk bulk;

    @Override
    public String name() {
        return "`kill -9` amid a rebuild of all views";
    }

    @Override
    void prepare(HttpCaller http) throws IOException {
        bulk = Bulk.fill(http);
    }

    @Override
    boolean killed(ServerProcess server, HttpCaller http) throws IOException {
        long id = begin(http, "replace");
        pause();
        boolean running = isRunning(http, id);
        server.kill();
        return running;
    }

    @Override
    void check(HttpCaller http) throws Exception {
        if (bulk != null) bulk.check(http);
        JsonNode rebuilds =
                Json.read(http.get("/ops/rebuilds").send().hasStatus(200).bytes());
        if (!rebuilds.isEmpty()) throw new AssertionError("a rebuild has outlived its server: " + rebuilds);
    }

    @Override
    String finish(Scene scene, HttpCaller http) throws Exception {
        long id = begin(http, "verify");
        Waiting.until("the views are compared", () -> !isRunning(http, id));
        JsonNode rebuild = rebuild(http, id);
        if (!rebuild.get("equal").asBoolean()) throw new AssertionError("the views are not what they were: " + rebuild);
        return "the old views answered each time and the new ones were forgotten; in the end a rebuild finds them equal";
    }

    private static long begin(HttpCaller http, String mode) throws IOException {
        return Json.read(http.post("/ops/views/all/rebuild", "mode", mode)
                        .send()
                        .hasStatus(202)
                        .bytes())
                .get("rebuild_id")
                .asLong();
    }

    private static JsonNode rebuild(HttpCaller http, long id) throws IOException {
        return Json.read(http.get("/ops/rebuilds/" + id).send().hasStatus(200).bytes());
    }

    private static boolean isRunning(HttpCaller http, long id) throws IOException {
        return rebuild(http, id).get("state").asString().equals("RUNNING");
    }
}
