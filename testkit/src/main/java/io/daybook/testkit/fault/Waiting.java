package io.daybook.testkit.fault;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** For what comes, and not for ever. */
final class Waiting {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 20_000_000;

    private Waiting() {}

    /** @return after how many milliseconds it was so */
    static long until(String what, Callable<Boolean> holds) throws Exception {
        long begun = System.nanoTime();
        while (!holds.call()) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) throw new AssertionError("not in time: " + what);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    static long untilReadinessIs(String status, HttpCaller http) throws Exception {
        return until("readiness is " + status, () -> readiness(http).equals(status));
    }

    static String readiness(HttpCaller http) throws IOException {
        return Json.read(http.get("/actuator/health/readiness").send().bytes())
                .get("status")
                .asString();
    }
}
