package io.daybook.benchmarks.client;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Requests as they go over the wire, made once and sent many times. */
public final class Requests {

    public static final byte[] HEALTH = get("/health");

    private Requests() {}

    public static byte[] create(String experiment) {
        return post("/data", '"' + experiment + '"');
    }

    /** A point as the Python client sends it, in length. */
    public static byte[] point(String experiment) {
        return post(
                "/data/scalars?xp=" + experiment + "&name=train%2Floss",
                "[1771000000.123456, 1234, 0.6931471805599453]");
    }

    /** The same point for the tracking API, which numbers it. */
    public static byte[] metric(long iteration) {
        return post("/metric/iteration/" + iteration, "{\"key\":\"train/loss\",\"value\":0.6931471805599453}");
    }

    public static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(UTF_8);
    }

    public static byte[] post(String path, String body) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        return (head + "Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(UTF_8);
    }
}
