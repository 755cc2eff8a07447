package io.daybook.testkit.fault.kill;

import io.daybook.testkit.chain.IndependentChain;
import io.daybook.testkit.fault.scene.Account;
import io.daybook.testkit.fault.scene.Expect;
import io.daybook.testkit.fault.scene.Fault;
import io.daybook.testkit.fault.scene.Row;
import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.fault.scene.Waiting;
import io.daybook.testkit.fault.scene.Writers;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A backup of everything is being restored when the server is killed, at any moment of the time that it takes. */
public final class KilledRestore implements Fault {

    private static final int WARM_UP = 100;
    private static final int SECONDS = 60;

    private final Moment moment = new Moment(Duration.ofSeconds(3));

    /** What is restored, and the head of its log. */
    private record Origin(byte[] zip, String head, Bulk bulk, Writers writers) {}

    @Override
    public String name() {
        return "`kill -9` amid the restoration of a backup of everything";
    }

    /** A server that was left empty is the next one to be restored to, and killed. */
    @Override
    public Row run(Scene scene) throws Exception {
        Origin origin = origin(scene.site());
        Site place = scene.beside();
        int kills = KilledAmid.kills(scene);
        int whole = 0;
        for (int left = kills; left > 0; ) {
            try (ServerProcess server = place.start();
                    HttpCaller http = server.http()) {
                if (isWhole(http, place, origin)) {
                    whole++;
                    empty(place, server);
                } else if (killed(server, http, origin)) {
                    left--;
                } else {
                    moment.wasTooLate();
                    empty(place, server);
                }
            }
        }
        return finish(place, origin, kills, whole);
    }

    private static Origin origin(Site site) throws Exception {
        try (ServerProcess server = site.start();
                HttpCaller http = server.http()) {
            Bulk bulk = Bulk.fill(http);
            Writers writers = Writers.of(server);
            try (Writers.Shift shift = writers.writeTo(server)) {
                Waiting.until("writing goes on", () -> writers.acknowledged() >= WARM_UP);
            }
            return new Origin(Backup.read(http), Backup.head(http), bulk, writers);
        }
    }

    private static void empty(Site place, ServerProcess server) throws IOException {
        server.kill();
        Site.delete(place.home());
    }

    /** Whether it was before the end. */
    private boolean killed(ServerProcess server, HttpCaller http, Origin origin) throws Exception {
        CompletableFuture<Boolean> done = CompletableFuture.supplyAsync(() -> isDone(http, origin));
        moment.await();
        server.kill();
        return !done.get(SECONDS, TimeUnit.SECONDS);
    }

    private static boolean isDone(HttpCaller http, Origin origin) {
        try {
            Backup.restore(http, origin.zip());
            return true;
        } catch (IOException killed) {
            return false;
        }
    }

    /** It is that, or empty: nothing else may be left. */
    private static boolean isWhole(HttpCaller http, Site place, Origin origin) throws Exception {
        String head = Backup.head(http);
        boolean whole = head.equals(origin.head());
        Expect.that(whole || Backup.isEmpty(head), "an empty log is left, or the restored one, not " + head);
        String verified = http.get("/audit/verify").send().hasStatus(200).text();
        Expect.that(verified.contains("\"verified\":true"), "the chain is whole, not " + verified);
        Expect.that(!Files.exists(place.home().resolve("events-new.db")), "nothing half is left");
        if (!whole) return false;
        origin.bulk().check(http);
        return true;
    }

    /** In the end it is done without a kill, where the last one was. */
    private Row finish(Site place, Origin origin, int kills, int wholeBefore) throws Exception {
        try (ServerProcess server = place.start();
                HttpCaller http = server.http()) {
            int whole = wholeBefore;
            if (isWhole(http, place, origin)) whole++;
            else Backup.restore(http, origin.zip());
            Expect.that(isWhole(http, place, origin), "the restored log is the same");
            Account account = origin.writers().check(server);
            server.stop();
            IndependentChain.recompute(place.events(), IndependentChain.End.NOTHING);
            return new Row(
                    name(),
                    account,
                    "%d kills; an empty server was left, which could be restored to, or (%d times) the restored one"
                            .formatted(kills, whole));
        }
    }
}
