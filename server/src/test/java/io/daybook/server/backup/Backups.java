package io.daybook.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.server.past.Workload;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Steps that the stories of backups share. */
public final class Backups {

    private Backups() {}

    /** Something of everything, files included; answers with the addresses of it. */
    static List<String> fill(HttpCaller http, Workload workload, int changes) throws IOException {
        for (int i = 0; i < changes; i++) workload.change();
        List<String> paths = new ArrayList<>(workload.paths());
        for (String bytes : List.of("weights " + changes, "log " + changes)) {
            String id = upload(http, paths, bytes);
            paths.addAll(List.of("/resource/" + id, "/resource/" + id + "/data"));
        }
        return paths;
    }

    /** Into any experiment that still takes something. */
    private static String upload(HttpCaller http, List<String> paths, String bytes) throws IOException {
        for (String path : paths.reversed()) {
            if (!path.startsWith("/resource/experiment/")) continue;
            Response made = http.post(path)
                    .body("multipart/form-data; boundary=b", form(bytes).getBytes(UTF_8))
                    .send();
            if (made.status() == 201) return made.text().replaceAll("\\D", "");
        }
        String project = made(http, "/project", "{\"name\":\"of files\"}");
        String experiment = made(http, "/experiment/project/" + project, "{\"name\":\"of files\",\"status_id\":1}");
        return upload(http, List.of("/resource/experiment/" + experiment), bytes);
    }

    private static String made(HttpCaller http, String path, String body) {
        return http.post(path).body(body).answers(201).text().replaceAll("\\D", "");
    }

    private static String form(String bytes) {
        return """
                --b\r
                Content-Disposition: form-data; name="name"\r
                \r
                file\r
                --b\r
                Content-Disposition: form-data; name="data"; filename="f.bin"\r
                Content-Type: application/octet-stream\r
                \r
                %s\r
                --b--\r
                """.formatted(bytes);
    }

    public static byte[] take(HttpCaller http) {
        return http.get("/ops/backup").answers(200).bytes();
    }

    static byte[] take(HttpCaller http, long after) {
        return http.get("/ops/backup", "after", Long.toString(after))
                .answers(200)
                .bytes();
    }

    public static Response restore(HttpCaller http, byte[] zip, String... parameters) throws IOException {
        return http.post("/ops/restore", parameters)
                .body("application/zip", zip)
                .send();
    }
}
