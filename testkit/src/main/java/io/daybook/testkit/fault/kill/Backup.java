package io.daybook.testkit.fault.kill;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A backup of everything, as a client asks for it and brings it back. */
final class Backup {

    /** The end of a zip without a comment. */
    private static final int TAIL = 22;

    private static final byte[] TAIL_BEGINS = {'P', 'K', 5, 6};

    private Backup() {}

    static byte[] read(HttpCaller http) throws IOException {
        return http.get("/ops/backup").send().hasStatus(200).bytes();
    }

    static boolean isWhole(byte[] zip) {
        int tail = zip.length - TAIL;
        return tail >= 0 && Arrays.equals(TAIL_BEGINS, Arrays.copyOfRange(zip, tail, tail + TAIL_BEGINS.length));
    }

    static void restore(HttpCaller http, byte[] zip) throws IOException {
        http.post("/ops/restore").body("application/zip", zip).send().hasStatus(200);
    }

    /** What the log ends with. */
    static String head(HttpCaller http) throws IOException {
        return http.get("/audit/head").send().hasStatus(200).text();
    }

    /** Nothing but the seed. */
    static boolean isEmpty(String head) {
        return Json.read(head.getBytes(StandardCharsets.UTF_8)).get("position").asLong() == 1;
    }
}
