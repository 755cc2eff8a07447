package io.daybook.testkit.ledger;

import io.daybook.testkit.server.Crayon;
import io.daybook.testkit.server.Json;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** All that the GETs of the Crayon API answer: by request, the answer's length and SHA-256. */
public record Picture(Map<String, String> answers) {

    public static Picture ofServer(Crayon crayon) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        for (JsonNode xp : Json.read(take(answers, crayon, "/data"))) {
            ofExperiment(crayon, xp.asString())
                    .answers()
                    .forEach((request, answer) -> answers.put(xp.asString() + " " + request, answer));
        }
        return new Picture(answers);
    }

    /** Without the experiment's name, so that two experiments can be compared. */
    public static Picture ofExperiment(Crayon crayon, String xp) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        byte[] list = crayon.get("/data" + Crayon.query("xp", xp));
        answers.put("", digest(list));
        for (Ledger.Kind kind : Ledger.Kind.values()) {
            for (JsonNode name : Json.read(list).get(kind.field())) {
                String path = kind.route() + Crayon.query("xp", xp, "name", name.asString());
                answers.put(kind + " " + name.asString(), digest(crayon.get(path)));
            }
        }
        return new Picture(answers);
    }

    /** Fails with the first few requests that were answered otherwise. */
    public void mustEqual(Picture later) {
        var differences = new TreeSet<>(answers.keySet());
        differences.addAll(later.answers.keySet());
        differences.removeIf(
                request -> answers.containsKey(request) && answers.get(request).equals(later.answers.get(request)));
        if (!differences.isEmpty()) {
            throw new AssertionError("rebuilt views answer otherwise: "
                    + differences.stream().limit(5).toList());
        }
    }

    private static byte[] take(Map<String, String> answers, Crayon crayon, String path) throws IOException {
        byte[] body = crayon.get(path);
        answers.put(path, digest(body));
        return body;
    }

    private static String digest(byte[] body) {
        try {
            return body.length + " "
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
