package io.daybook.testkit.cluster.load;

import io.daybook.testkit.cluster.Nodes;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Request;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends a request to one node after the other until it is taken: a refusal that passes, or no answer, is no reason to give up. */
public final class Turns {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = 50_000_000;

    /** Of a 503 that a client may wait for the end of. */
    private static final Set<String> PASSING = Set.of("STORE_UNAVAILABLE", "PROJECTION_BEHIND", "OVERLOADED");

    private final Nodes nodes;
    private final Tally tally;

    public Turns(Nodes nodes, Tally tally) {
        this.nodes = nodes;
        this.tally = tally;
    }

    /** @param first the node that is asked first, by its number or beyond */
    Taken send(int first, Function<HttpCaller, Request> request) {
        long begun = System.nanoTime();
        for (int node = first; System.nanoTime() - begun < LONGEST.toNanos(); node++) {
            long sent = System.nanoTime();
            Response answer = attempt(request.apply(nodes.http(node)));
            if (answer != null) {
                tally.take(begun, sent, System.nanoTime());
                return new Taken(node, answer);
            }
            // each was asked as often
            if ((node - first) % nodes.size() == nodes.size() - 1) LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError("no node took a request for " + LONGEST);
    }

    /** What was sent was a write, and is promised now. */
    void acknowledge() {
        tally.acknowledge();
    }

    private @Nullable Response attempt(Request request) {
        try {
            Response answer = request.send();
            if (answer.status() != 503) return answer;
            if (PASSING.stream().noneMatch(answer.text()::contains)) {
                throw new AssertionError("a 503 that does not say why: " + answer.text());
            }
            tally.refuse();
        } catch (IOException unanswered) {
            tally.breakOff();
        }
        return null;
    }
}
