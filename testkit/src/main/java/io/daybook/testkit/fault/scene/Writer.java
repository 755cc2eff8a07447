package io.daybook.testkit.fault.scene;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import io.daybook.testkit.server.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Logs numbered points to an iteration of its own, one after the other, and keeps account of the answers. */
final class Writer {

    private static final long PAUSE_NANOS = 20_000_000;

    private final long iteration;
    private final Outcomes outcomes = Outcomes.none();
    private long next;

    Writer(long iteration) {
        this.iteration = iteration;
    }

    void write(HttpCaller http) {
        long number = begin();
        try {
            Response answer = http.post("/series/iteration/" + iteration + "/scalars")
                    .body("{\"series\":[{\"key\":\"loss\",\"value\":[" + number + "],\"step\":[" + number + "]}]}")
                    .send();
            note(number, answer);
        } catch (IOException gone) {
            note(outcomes.unanswered(), number);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private synchronized long begin() {
        return next++;
    }

    private void note(long number, Response answer) {
        if (answer.status() == 201) {
            note(outcomes.acknowledged(), number);
            return;
        }
        boolean refused = answer.status() == 503 && answer.text().contains("STORE_UNAVAILABLE");
        if (!refused) throw new AssertionError("a write was answered " + answer.status() + " " + answer.text());
        note(outcomes.refused(), number);
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private synchronized void note(Set<Long> numbers, long number) {
        numbers.add(number);
    }

    synchronized long acknowledged() {
        return outcomes.acknowledged().size();
    }

    /** How many points it has begun to send. */
    synchronized long begun() {
        return next;
    }

    /** Of the points from that number on, how many were acknowledged. */
    synchronized long acknowledged(long from) {
        return outcomes.acknowledged().stream().filter(number -> number >= from).count();
    }

    synchronized long refused() {
        return outcomes.refused().size();
    }

    /** What is there, compared with what was answered. */
    synchronized Account check(HttpCaller http) throws Exception {
        List<Long> found = found(http);
        outcomes.check(found);
        return new Account(
                outcomes.acknowledged().size(),
                outcomes.refused().size(),
                outcomes.unanswered().size(),
                found.size());
    }

    private List<Long> found(HttpCaller http) throws Exception {
        String path = "/series/iteration/" + iteration + "/scalars";
        Waiting.until(
                "its points can be read",
                () -> http.get(path, "key", "loss").send().status() != 503);
        Response answer = http.get(path, "key", "loss").send();
        if (answer.status() == 404 && acknowledged() == 0) return List.of();
        JsonNode read = Json.read(answer.hasStatus(200).bytes());
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < read.get("step").size(); i++) {
            long number = read.get("step").get(i).asLong();
            if (read.get("value").get(i).asLong() != number) throw new AssertionError("a point is not as it was sent");
            numbers.add(number);
        }
        return numbers;
    }
}
