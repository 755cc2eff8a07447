package io.daybook.server.crayon;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Request;
import io.daybook.testkit.http.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the Crayon protocol at one port. */
final class CrayonClient {

    static final JsonMapper JSON = JsonMapper.shared();

    private final HttpCaller http;

    CrayonClient(HttpCaller http) {
        this.http = http;
    }

    Request creation(String xp) {
        return http.post("/data").body(JSON.writeValueAsString(xp));
    }

    CrayonClient create(String xp) {
        creation(xp).answers(200, "ok");
        return this;
    }

    CrayonClient delete(String xp) {
        http.delete("/data", "xp", xp).answers(200, "ok");
        return this;
    }

    Request scalar(String xp, String name, String body) {
        return http.post("/data/scalars", "xp", xp, "name", name).body(body);
    }

    CrayonClient log(String xp, String name, double wallTime, long step, double value) {
        scalar(xp, name, "[" + wallTime + "," + step + "," + value + "]").answers(200, "ok");
        return this;
    }

    Request histogram(String xp, String name, boolean toBuild, String body) {
        String flag = toBuild ? "True" : "false";
        return http.post("/data/histograms", "xp", xp, "name", name, "tobuild", flag)
                .body(body);
    }

    Response names() {
        return http.get("/data").answers(200);
    }

    Response series(String xp) {
        return http.get("/data", "xp", xp).answers(200);
    }

    Response scalars(String xp, String name) {
        return http.get("/data/scalars", "xp", xp, "name", name).answers(200);
    }

    Response histograms(String xp, String name) {
        return http.get("/data/histograms", "xp", xp, "name", name).answers(200);
    }

    byte[] backup(String xp) {
        return http.get("/backup", "xp", xp).answers(200).bytes();
    }

    Request restoration(String xp, byte[] zip) {
        return http.post("/backup", "xp", xp, "force", "1").body("application/zip", zip);
    }

    CrayonClient restore(String xp, byte[] zip) {
        restoration(xp, zip).answers(200, "ok");
        return this;
    }

    Request form(String xp, byte[] zip) {
        return http.post("/backup", "xp", xp, "force", "True")
                .body("multipart/form-data; boundary=frontier", multipart("frontier", zip));
    }

    /** As the Python client uploads it: a form with a submit button in it. */
    static byte[] multipart(String boundary, byte[] zip) {
        String head = "--%s\r\nContent-Disposition: form-data; name=\"mysubmit\"\r\n\r\nGo\r\n--%s\r\n"
                + "Content-Disposition: form-data; name=\"archive\"; filename=\"backup.zip\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(head.formatted(boundary, boundary).getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(zip);
        form.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    /** What every GET answers about one experiment, but for the backup. */
    Map<String, String> everythingOf(String xp) {
        Map<String, String> answers = new TreeMap<>();
        String listed = series(xp).text();
        answers.put("", listed);
        JsonNode names = JSON.readTree(listed);
        names.get("scalars")
                .forEach(name -> answers.put(
                        "scalars " + name, scalars(xp, name.stringValue()).text()));
        names.get("histograms")
                .forEach(name -> answers.put(
                        "histograms " + name, histograms(xp, name.stringValue()).text()));
        return answers;
    }

    /** What every GET answers, but for the backup. */
    Map<String, Map<String, String>> everything() {
        Map<String, Map<String, String>> answers = new TreeMap<>();
        String listed = names().text();
        answers.put("", Map.of("", listed));
        JSON.readTree(listed).forEach(xp -> answers.put("xp " + xp, everythingOf(xp.stringValue())));
        return answers;
    }
}
