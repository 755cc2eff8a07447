package io.daybook.testkit.fault.kill;

import io.daybook.testkit.fault.scene.Expect;
import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.ServerProcess;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The backup of everything is being read when the server is killed. */
public final class KilledBackup extends KilledAmid {

    private static final int SECONDS = 60;

    private @Nullable Bulk bulk;

    @Override
    public String name() {
        return "`kill -9` while a backup of everything was read";
    }

    @Override
    void prepare(HttpCaller http) throws IOException {
        bulk = Bulk.fill(http);
    }

    /** Whoever reads it is told that it is not whole. */
    @Override
    boolean killed(ServerProcess server, HttpCaller http) throws Exception {
        CompletableFuture<Boolean> whole = CompletableFuture.supplyAsync(() -> isWhole(http));
        pause();
        server.kill();
        return !whole.get(SECONDS, TimeUnit.SECONDS);
    }

    private static boolean isWhole(HttpCaller http) {
        try {
            Expect.that(Backup.isWhole(Backup.read(http)), "a backup that came to its end is whole");
            return true;
        } catch (IOException cutOff) {
            return false;
        }
    }

    @Override
    void check(HttpCaller http) throws Exception {
        if (bulk != null) bulk.check(http);
    }

    @Override
    String finish(Scene scene, HttpCaller http) throws Exception {
        byte[] zip = Backup.read(http);
        String head = Backup.head(http);
        try (ServerProcess other = scene.beside().start();
                HttpCaller restored = other.http()) {
            Backup.restore(restored, zip);
            Expect.that(Backup.head(restored).equals(head), "the restored log is the same");
            check(restored);
        }
        return "whoever read it was told that it broke off; the next one, restored elsewhere, is the same log";
    }
}
