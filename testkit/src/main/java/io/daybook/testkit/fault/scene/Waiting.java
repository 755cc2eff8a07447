package io.daybook.testkit.fault.scene;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** For what comes, and not for ever. */
public final class Waiting {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 20_000_000;

    private Waiting() {}

    /** @return after how many milliseconds it was so */
    public static long until(String what, Callable<Boolean> holds) throws Exception {
        long begun = System.nanoTime();
        while (!holds.call()) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) throw new AssertionError("not in time: " + what);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    public static long untilReadinessIs(String status, HttpCaller http) throws Exception {
        return until("readiness is " + status, () -> readiness(http).equals(status));
    }

    static String readiness(HttpCaller http) throws IOException {
        return Json.read(http.get("/actuator/health/readiness").send().bytes())
                .get("status")
                .asString();
    }

    /** Until no view keeps a reader waiting any more. */
    public static void untilViewsFollow(HttpCaller http) throws Exception {
        until("the views follow", () -> viewsFollow(http));
    }

    public static boolean viewsFollow(HttpCaller http) throws IOException {
        for (var view : Json.read(http.get("/ops/views").send().hasStatus(200).bytes())) {
            if (!view.get("state").asString().equals("LIVE")) return false;
        }
        return true;
    }
}
