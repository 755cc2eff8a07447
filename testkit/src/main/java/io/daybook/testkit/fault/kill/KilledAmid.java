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
import java.time.Duration;

/** {@code kill -9} before the end of something that takes a while, time and again, while writers write. */
abstract class KilledAmid implements Fault {

    /** One of so many kills. */
    private static final int SHARE = 5;

    /** Some kills come too late; these must be few. */
    private static final int ATTEMPTS = 8;

    private final Moment moment = new Moment(Duration.ofMillis(600));

    /** How often it is done, of all kills that were asked for. */
    static int kills(Scene scene) {
        return Math.max(1, scene.kills() / SHARE);
    }

    abstract void prepare(HttpCaller http) throws Exception;

    /** Begins it, kills the server at a random moment, and says whether that was before the end. */
    abstract boolean killed(ServerProcess server, HttpCaller http) throws Exception;

    /** What the last kill has left. */
    abstract void check(HttpCaller http) throws Exception;

    /** @return what was seen, once nothing is killed any more */
    abstract String finish(Scene scene, HttpCaller http) throws Exception;

    /** Where the server runs in the end. */
    Site last(Scene scene) {
        return scene.site();
    }

    /** @param points what became of those that the writers logged */
    Account account(Account points) {
        return points;
    }

    final void pause() {
        moment.await();
    }

    @Override
    public Row run(Scene scene) throws Exception {
        int kills = kills(scene);
        Site site = scene.site();
        Writers writers = new Writers();
        int left = kills;
        for (int attempt = 0; left > 0; attempt++) {
            if (attempt >= ATTEMPTS * kills) throw new AssertionError("it is over before it can be killed");
            if (round(site, writers)) left--;
            else moment.wasTooLate();
        }
        try (ServerProcess server = last(scene).start();
                HttpCaller http = server.http()) {
            Waiting.untilViewsFollow(http);
            check(http);
            String seen = finish(scene, http);
            Account account = account(writers.check(server));
            server.stop();
            IndependentChain.recompute(site.events(), IndependentChain.End.NOTHING);
            return new Row(name(), account, kills + " kills; " + seen);
        }
    }

    /** The first server is prepared; those after it are looked at. */
    private boolean round(Site site, Writers writers) throws Exception {
        try (ServerProcess server = site.start();
                HttpCaller http = server.http()) {
            if (writers.areNone()) {
                prepare(http);
                writers.begin(server);
            } else {
                Waiting.untilViewsFollow(http);
                check(http);
                writers.check(server);
            }
            try (Writers.Shift shift = writers.writeTo(server)) {
                return killed(server, http);
            }
        }
    }
}
