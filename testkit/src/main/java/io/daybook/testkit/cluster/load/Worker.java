package io.daybook.testkit.cluster.load;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import io.daybook.testkit.server.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Writes to the nodes in turn, one thing after the other, each with a key of its own until it is acknowledged, and reads
 * it from another node at once. It makes iterations, and logs points to the first of them, alone and in batches.
 */
final class Worker {

    private static final int CREATES = 10;
    private static final int BATCH = 8;
    private static final int REMEMBERED = 6;
    private static final long PAUSE_NANOS = 2_000_000;

    private record Keyed(String path, String body, String key, String answer) {}

    private final Turns turns;
    private final String name;
    private final Contents contents;
    private final Promises promises = new Promises();
    private final Deque<Keyed> answered = new ArrayDeque<>();
    private int steps;

    /** @param experiment of nobody else */
    Worker(Turns turns, String name, long experiment) {
        this.turns = turns;
        this.name = name;
        this.contents = new Contents(experiment);
    }

    void step() {
        if (steps % CREATES == 0) create();
        else log(steps % CREATES == CREATES / 2 ? BATCH : 1);
        steps++;
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void create() {
        Taken made = write(contents.iterations(), "");
        long id = Json.read(made.answer().bytes()).get("iteration_id").asLong();
        promises.made(id);
        Promises.mustBeSeen(id, elsewhere(made, Contents.iteration(id)).status());
    }

    private void log(int many) {
        long begin = promises.next();
        String points = LongStream.range(begin, begin + many)
                .mapToObj(number -> "{\"key\":\"loss\",\"value\":" + number + "}")
                .collect(Collectors.joining(","));
        String list = "/metric/iteration/" + promises.first();
        Taken logged = many == 1 ? write(list, points) : write(list + "/batch", "{\"metrics\":[" + points + "]}");
        promises.logged(many);
        Response read = elsewhere(logged, Contents.points(promises.first()) + "&from_step=" + begin);
        promises.mustBeSeen(Contents.numbers(read.hasStatus(200)));
    }

    private Taken write(String path, String body) {
        String key = name + " request " + steps;
        Taken taken = post(steps, path, body, key);
        taken.answer().hasStatus(201);
        turns.acknowledge();
        answered.addLast(new Keyed(path, body, key, taken.answer().text()));
        if (answered.size() > REMEMBERED) answered.removeFirst();
        return taken;
    }

    private Taken post(int node, String path, String body, String key) {
        return turns.send(
                node, http -> http.post(path).header("Idempotency-Key", key).body(body));
    }

    /** What another node answers to somebody who has seen the acknowledgement. */
    private Response elsewhere(Taken written, String path) {
        return turns.send(written.node() + 1, http -> http.get(path)).answer();
    }

    /** Sends the last writes again, to the nodes in turn: nothing may come of it but the same answers. */
    void repeat() {
        int node = 0;
        for (Keyed before : answered) {
            Response again =
                    post(node++, before.path(), before.body(), before.key()).answer();
            again.hasStatus(201).hasBody(before.answer());
        }
    }

    /** Fails unless a node has all that was acknowledged, once and in order, and nothing else. */
    void check(HttpCaller http) {
        promises.check(contents.iterations(http), Contents.points(http, promises.first()));
    }
}
