package io.daybook.testkit.fault.kill;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import io.daybook.testkit.server.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Uploads file after file, a few at once, and knows which of them were acknowledged. Each is made of a seed of its own. */
final class Uploads {

    private static final int AT_ONCE = 3;
    private static final int LONGEST = 1 << 20;
    private static final int SECONDS = 60;
    private static final String HEAD = """
            --b\r
            Content-Disposition: form-data; name="name"\r
            \r
            file\r
            --b\r
            Content-Disposition: form-data; name="data"; filename="file"\r
            \r
            """;
    private static final String TAIL = "\r\n--b--\r\n";

    private final AtomicInteger seeds = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Map<Long, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Map<Long, Integer> unchecked = new ConcurrentHashMap<>();

    interface Kill {
        void strike() throws Exception;
    }

    /** Uploads until the server is killed, and says whether any upload was cut off by that. */
    boolean cutOff(HttpCaller http, long experiment, Kill kill) throws Exception {
        int before = unanswered.get();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, AT_ONCE)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        upload(http, experiment);
                        return i;
                    }))
                    .toList();
            kill.strike();
            for (Future<?> each : running) each.get(SECONDS, TimeUnit.SECONDS);
        }
        return unanswered.get() > before;
    }

    private void upload(HttpCaller http, long experiment) {
        try {
            while (true) one(http, experiment);
        } catch (IOException killed) {
            unanswered.incrementAndGet();
        }
    }

    void one(HttpCaller http, long experiment) throws IOException {
        int seed = seeds.incrementAndGet();
        Response answer = http.post("/resource/experiment/" + experiment)
                .body("multipart/form-data; boundary=b", form(bytes(seed)))
                .send()
                .hasStatus(201);
        long id = Json.read(answer.bytes()).get("resource_id").asLong();
        acknowledged.put(id, seed);
        unchecked.put(id, seed);
    }

    private static byte[] bytes(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = new byte[random.nextInt(1, LONGEST)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] form(byte[] bytes) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(HEAD.getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(bytes);
        form.writeBytes(TAIL.getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    /** Those that were acknowledged since it was last asked. */
    void check(HttpCaller http) throws IOException {
        check(http, unchecked);
        unchecked.clear();
    }

    void checkAll(HttpCaller http) throws IOException {
        check(http, acknowledged);
    }

    private static void check(HttpCaller http, Map<Long, Integer> expected) throws IOException {
        for (var each : expected.entrySet()) {
            byte[] found = http.get("/resource/" + each.getKey() + "/data")
                    .send()
                    .hasStatus(200)
                    .bytes();
            if (!Arrays.equals(found, bytes(each.getValue()))) {
                throw new AssertionError("file " + each.getKey() + " is not as it was sent");
            }
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    int unanswered() {
        return unanswered.get();
    }
}
