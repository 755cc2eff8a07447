package io.daybook.testkit.fault.kill;

import io.daybook.testkit.chain.IndependentChain;
import io.daybook.testkit.fault.scene.Account;
import io.daybook.testkit.fault.scene.Fault;
import io.daybook.testkit.fault.scene.Row;
import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.fault.scene.Waiting;
import io.daybook.testkit.fault.scene.Writers;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import java.util.concurrent.TimeUnit;

/** Something that happens to the folder of a server that was killed; it is whole after the next start. */
abstract class Restarted implements Fault {

    private static final int WARM_UP = 200;

    /** @return what was done and what the next start made of it */
    abstract String harm(Site site) throws Exception;

    @Override
    public Row run(Scene scene) throws Exception {
        Site site = scene.site();
        Writers writers;
        try (ServerProcess server = site.start()) {
            writers = Writers.of(server);
            try (Writers.Shift shift = writers.writeTo(server)) {
                Waiting.until("writing goes on", () -> writers.acknowledged() >= WARM_UP);
                server.kill();
            }
        }
        String seen = harm(site);
        long begun = System.nanoTime();
        try (ServerProcess server = site.start();
                HttpCaller http = server.http()) {
            Waiting.untilReadinessIs("UP", http);
            long ready = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            Account account = writers.check(server);
            try (Writers.Shift shift = writers.writeTo(server)) {
                Waiting.until(
                        "writing goes on again", () -> writers.acknowledged() >= account.acknowledged() + WARM_UP);
            }
            Row row = new Row(
                    name(), writers.check(server), "%s; ready %.1f s after the start".formatted(seen, ready / 1e3));
            server.stop();
            IndependentChain.recompute(site.events(), IndependentChain.End.NOTHING);
            return row;
        }
    }
}
