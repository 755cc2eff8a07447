package io.daybook.testkit.fault;

import io.daybook.testkit.chain.IndependentChain;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.Json;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A backup of everything is being restored when the server is killed, at any moment of the time that it takes. */
final class KilledRestore implements Fault {

    private static final int WARM_UP = 100;
    private static final int SECONDS = 60;

    private final SplittableRandom random = new SplittableRandom();

    /** What is restored, and the head of its log. */
    private record Backup(byte[] zip, String head, Bulk bulk, Writers writers) {}

    @Override
    public String name() {
        return "`kill -9` amid the restoration of a backup of everything";
    }

    @Override
    public Row run(Scene scene) throws Exception {
        Backup backup = backup(scene.site());
        Site place = scene.beside();
        long nanos = measured(place, backup);
        int kills = KilledAmid.kills(scene);
        int whole = 0;
        for (int left = kills; left > 0; ) {
            Site.delete(place.home());
            if (killed(place, backup, random.nextLong(nanos))) left--;
            if (isWhole(place, backup)) whole++;
        }
        return row(
                place,
                backup,
                "%d kills; an empty server was left, or (%d times) the restored one".formatted(kills, whole));
    }

    private static Backup backup(Site origin) throws Exception {
        try (ServerProcess server = origin.start();
                HttpCaller http = server.http()) {
            Bulk bulk = Bulk.fill(http);
            Writers writers = Writers.of(server);
            try (Writers.Shift shift = writers.writeTo(server)) {
                Waiting.until("writing goes on", () -> writers.acknowledged() >= WARM_UP);
            }
            byte[] zip = http.get("/ops/backup").send().hasStatus(200).bytes();
            return new Backup(zip, head(http), bulk, writers);
        }
    }

    private static String head(HttpCaller http) throws IOException {
        return http.get("/audit/head").send().hasStatus(200).text();
    }

    /** How long it takes when nobody kills it. */
    private static long measured(Site place, Backup backup) throws IOException {
        try (ServerProcess server = place.start();
                HttpCaller http = server.http()) {
            long begun = System.nanoTime();
            restore(http, backup);
            return System.nanoTime() - begun;
        }
    }

    private static void restore(HttpCaller http, Backup backup) {
        try {
            http.post("/ops/restore")
                    .body("application/zip", backup.zip())
                    .send()
                    .hasStatus(200);
        } catch (IOException killed) {
            throw new UncheckedIOException(killed);
        }
    }

    /** Whether it was before the end. */
    private static boolean killed(Site place, Backup backup, long nanos) throws Exception {
        try (ServerProcess server = place.start();
                HttpCaller http = server.http()) {
            CompletableFuture<Void> restoring = CompletableFuture.runAsync(() -> restore(http, backup));
            LockSupport.parkNanos(nanos);
            boolean before = !restoring.isDone();
            server.kill();
            end(restoring);
            return before;
        }
    }

    private static void end(CompletableFuture<Void> restoring) throws Exception {
        try {
            restoring.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException killed) {
            // as was intended
        }
    }

    /** It is that, or empty: nothing else may be left. */
    private static boolean isWhole(Site place, Backup backup) throws IOException {
        try (ServerProcess server = place.start();
                HttpCaller http = server.http()) {
            String head = head(http);
            boolean whole = head.equals(backup.head());
            Passing.expect(
                    whole
                            || Json.read(http.get("/audit/head").send().bytes())
                                            .get("position")
                                            .asLong()
                                    == 1,
                    "an empty log is left, or the restored one, not " + head);
            Passing.expect(http.get("/audit/verify").send().text().contains("\"verified\":true"), "the chain is whole");
            Passing.expect(!Files.exists(place.home().resolve("events-new.db")), "nothing half is left");
            if (whole) backup.bulk().check(http);
            return whole;
        }
    }

    /** In the end it is done without a kill, where the last one was. */
    private Row row(Site place, Backup backup, String seen) throws Exception {
        try (ServerProcess server = place.start();
                HttpCaller http = server.http()) {
            if (!head(http).equals(backup.head())) restore(http, backup);
            Passing.expect(head(http).equals(backup.head()), "the restored log is the same");
            backup.bulk().check(http);
            Account account = backup.writers().check(server);
            server.stop();
            IndependentChain.recompute(place.events(), IndependentChain.End.NOTHING);
            return new Row(name(), account, seen + "; it could be restored at the next try");
        }
    }
}
