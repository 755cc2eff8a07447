package io.daybook.server.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.testkit.http.HttpCaller;

/** Files that are sent to an experiment as a form. */
final class Uploads {

    private static final String PART = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";

    private Uploads() {}

    /** What is said of a file that is there. */
    static void describe(HttpCaller http, long resource, String description) {
        String form = PART.formatted("description", description) + "--b--\r\n";
        http.request("PATCH", "/resource/" + resource)
                .body("multipart/form-data; boundary=b", form.getBytes(UTF_8))
                .answers(200);
    }

    static void upload(HttpCaller http, long experiment, String name, String content) {
        String form = PART.formatted("name", name) + PART.formatted("data", content) + "--b--\r\n";
        http.post("/resource/experiment/" + experiment)
                .body("multipart/form-data; boundary=b", form.getBytes(UTF_8))
                .answers(201);
    }
}
