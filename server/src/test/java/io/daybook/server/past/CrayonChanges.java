package io.daybook.server.past;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.util.Random;
import java.util.Set;

/** Changes drawn at random through Crayon's routes, backups included. */
final class CrayonChanges {

    private static final String HISTOGRAM =
            "[1.5,0,{\"min\":0,\"max\":1,\"num\":2,\"bucket_limit\":[0.5,1],\"bucket\":[1,1]}]";

    private final HttpCaller http;
    private final Random random;
    private final Set<String> paths;

    CrayonChanges(HttpCaller http, Random random, Set<String> paths) {
        this.http = http;
        this.random = random;
        this.paths = paths;
    }

    void change() throws IOException {
        String xp = "x" + random.nextInt(3);
        switch (random.nextInt(8)) {
            case 0, 1 -> send("POST", "/data", "\"" + xp + "\"");
            case 2 -> send("DELETE", "/data?xp=" + xp, "");
            case 3 -> send("POST", "/data/histograms?tobuild=false&name=w&xp=" + xp, HISTOGRAM);
            case 4 -> restore(xp);
            default -> send("POST", "/data/scalars?name=loss&xp=" + xp, "[1.5," + random.nextInt(99) + ",0.5]");
        }
        paths.add("/data?xp=" + xp);
        paths.add("/data/scalars?name=loss&xp=" + xp);
        paths.add("/data/histograms?name=w&xp=" + xp);
        paths.add("/backup?xp=" + xp);
    }

    private void restore(String xp) throws IOException {
        Response backup = http.get("/backup", "xp", xp).send();
        if (backup.status() != 200) return;
        String other = "x" + random.nextInt(3);
        http.post("/backup", "xp", other, "force", "true")
                .body("application/zip", backup.bytes())
                .send();
    }

    private void send(String verb, String path, String body) throws IOException {
        http.request(verb, path).body(body).send();
    }
}
