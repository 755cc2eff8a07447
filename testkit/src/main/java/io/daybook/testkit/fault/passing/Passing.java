package io.daybook.testkit.fault.passing;

import io.daybook.testkit.fault.scene.Expect;
import io.daybook.testkit.fault.scene.Fault;
import io.daybook.testkit.fault.scene.Row;
import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.fault.scene.Waiting;
import io.daybook.testkit.fault.scene.Writers;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A fault that begins and ends while a server runs and writers write: it heals by itself, without a restart. */
abstract class Passing implements Fault {

    private static final int WARM_UP = 100;
    private static final long LASTING_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** A second or two, and what a very busy machine adds. */
    private static final long SOON_MILLIS = 20_000;

    private final boolean stopsWriting;

    /** @param stopsWriting whether nothing can be acknowledged while it lasts */
    Passing(boolean stopsWriting) {
        this.stopsWriting = stopsWriting;
    }

    /** Whether the views are told to stand still while it lasts. */
    boolean stopsViews() {
        return stopsWriting;
    }

    abstract void begin(ServerProcess server) throws Exception;

    abstract void end(ServerProcess server) throws Exception;

    /** Before a server is started. */
    void prepare(Scene scene) throws Exception {}

    void tidy() throws Exception {}

    /** Where the server is, and what runs it. */
    Site site(Scene scene) {
        return scene.site();
    }

    @Override
    public Row run(Scene scene) throws Exception {
        prepare(scene);
        try (ServerProcess server = site(scene).start();
                HttpCaller http = server.http()) {
            Waiting.untilReadinessIs("UP", http);
            Writers writers = Writers.of(server);
            String seen;
            try (Writers.Shift shift = writers.writeTo(server)) {
                seen = happen(server, http, writers);
            }
            Row row = new Row(name(), writers.check(server), seen);
            server.stop();
            return row;
        } finally {
            tidy();
        }
    }

    private String happen(ServerProcess server, HttpCaller http, Writers writers) throws Exception {
        Waiting.until("writing goes on", () -> writers.acknowledged() >= WARM_UP);
        begin(server);
        long down = soon("DOWN", http);
        last(writers);
        String read = reading(http);
        if (stopsViews()) {
            long told = Waiting.until("a view says that it stands still", () -> !Waiting.viewsFollow(http));
            Expect.that(told < SOON_MILLIS, "views say soon that they stand still, not after " + told + " ms");
        }
        Expect.that(http.get("/actuator/health/liveness").send().status() == 200, "it is alive all the time");
        end(server);
        long up = soon("UP", http);
        long healed = writers.acknowledged();
        Waiting.until("writing goes on again", () -> writers.acknowledged() >= healed + WARM_UP);
        Waiting.untilViewsFollow(http);
        return "readiness DOWN after %.1f s; %s; %s; UP %.1f s after its end"
                .formatted(
                        down / 1e3, stopsWriting ? "writes 503 `STORE_UNAVAILABLE`" : "writes go on", read, up / 1e3);
    }

    private void last(Writers writers) throws Exception {
        long refused = writers.refused();
        Writers.Later later = writers.later();
        LockSupport.parkNanos(LASTING_NANOS);
        if (stopsWriting) {
            Waiting.until("writes are refused while it lasts", () -> writers.refused() > refused);
            Expect.that(later.acknowledged() == 0, "no write is acknowledged while it lasts");
        } else {
            Waiting.until("writes are acknowledged while it lasts", () -> later.acknowledged() > 0);
            Expect.that(writers.refused() == refused, "no write is refused while it lasts");
        }
    }

    private static long soon(String status, HttpCaller http) throws Exception {
        long millis = Waiting.untilReadinessIs(status, http);
        Expect.that(millis < SOON_MILLIS, "readiness is " + status + " soon, not after " + millis + " ms");
        return millis;
    }

    private static String reading(HttpCaller http) throws Exception {
        var answer = http.get("/project").send();
        if (answer.status() == 200) return "reads go on";
        Expect.that(answer.status() == 503, "a read that cannot be answered is 503, not " + answer.status());
        return "reads 503 `" + answer.text().replaceAll(".*\"code\":\"([A-Z_]+)\".*", "$1") + "`";
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Runs a program of the operating system. */
    static void call(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new AssertionError(String.join(" ", command) + ": " + said);
    }

    /** Why a fault cannot be shown: a program that this machine does not have. */
    static Optional<String> needs(String program) {
        return Pattern.compile(File.pathSeparator)
                        .splitAsStream(System.getenv("PATH"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)))
                ? Optional.empty()
                : Optional.of("there is no program " + program + " on this machine");
    }
}
