package io.daybook.testkit.crash;

import io.daybook.testkit.chain.IndependentChain;
import io.daybook.testkit.chain.IndependentChain.End;
import io.daybook.testkit.chain.WholeRequests;
import io.daybook.testkit.ledger.Copies;
import io.daybook.testkit.ledger.Ledger;
import io.daybook.testkit.ledger.Picture;
import io.daybook.testkit.server.Crayon;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One home after the other crash: what stays from round to round, and what happens in each. */
final class Round implements AutoCloseable {

    /** The experiment that several clients write to. */
    static final String SHARED = "shared by all";

    /** Few enough that snapshots are taken, read, and broken off. */
    private static final List<String> SETTINGS = List.of("--daybook.commands.snapshot-every=20");

    private static final int MILLIS_OF_A_START = 4_000;
    private static final int MILLIS_OF_A_RESTORATION = 300;

    /** A kill comes after some of so many points, whatever the machine's speed. */
    private static final int WARM_UP = 200;

    private static final int PATIENCE_SECONDS = 30;

    /** All restorations of a round may have ended already. */
    private static final int RESTORING_SECONDS = 2;

    private final CrashSettings settings;
    private final Site site;
    private final SplittableRandom random;
    private final Ledger ledger = new Ledger();
    private final Copies copies;
    private End log = End.NOTHING;
    private ServerProcess server;
    private Crayon crayon;

    /** Starts the server, and makes what the rounds begin with. */
    Round(CrashSettings settings) throws IOException {
        this.settings = settings;
        Path folder = settings.folder();
        this.site = new Site(settings.server(), folder.resolve("home"), settings.mongodb(), SETTINGS);
        this.random = new SplittableRandom(settings.seed());
        this.copies = new Copies(ledger, folder);
        this.server = site.start();
        this.crayon = new Crayon(server.address());
        crayon.create(SHARED, null);
        ledger.there(SHARED);
        copies.prepare(crayon);
    }

    /** @return what was done and found, in one line */
    String run(int number) throws IOException {
        long begin = System.nanoTime();
        long acknowledged = ledger.acknowledged();
        long landed = ledger.landed();
        List<Client> clients = clients(number);
        String kill = loadUntilKilled(clients);
        String start = restart(number);
        check();
        for (Client client : clients) client.repeat(crayon);
        check();
        if (settings.dropViews()) compareWithRebuilt();
        log = IndependentChain.recompute(site.events(), log);
        WholeRequests.check(site.events());
        site.expectNoErrors();
        copies.sweep(crayon);
        return "%s, %s: %d points acknowledged, %d landed unacknowledged, log of %d events whole, %.1f s"
                .formatted(
                        kill,
                        start,
                        ledger.acknowledged() - acknowledged,
                        ledger.landed() - landed,
                        log.position(),
                        (System.nanoTime() - begin) / 1e9);
    }

    /** Of all rounds so far. */
    CrashRounds.Summary points() {
        return new CrashRounds.Summary(true, ledger.acknowledged(), ledger.landed());
    }

    private List<Client> clients(int round) {
        return List.of(
                new PointClient(ledger, Ledger.Kind.SCALARS, 0, round),
                new PointClient(ledger, Ledger.Kind.SCALARS, 1, round),
                new PointClient(ledger, Ledger.Kind.SCALARS, 2, round),
                new PointClient(ledger, Ledger.Kind.HISTOGRAMS, 3, round),
                new PointClient(ledger, Ledger.Kind.HISTOGRAMS, 4, round),
                new NameClient(ledger, 5, round),
                new KeyedClient(ledger, 6, round),
                new RestoreClient(ledger, copies, round));
    }

    private String loadUntilKilled(List<Client> clients) {
        boolean restoring = random.nextInt(3) == 0;
        long millis = random.nextLong(
                1, restoring ? MILLIS_OF_A_RESTORATION : settings.load().toMillis());
        long enough = ledger.acknowledged() + random.nextLong(1, WARM_UP);
        long begin = System.nanoTime();
        try (var load = new Load(crayon, clients)) {
            await(PATIENCE_SECONDS, () -> ledger.acknowledged() >= enough);
            if (restoring) await(RESTORING_SECONDS, copies::isRestoring);
            pause(millis);
            load.expectTheEnd();
            server.kill();
        }
        crayon.close();
        String when = copies.isRestoring() ? " amid a restoration" : "";
        return "killed after " + (System.nanoTime() - begin) / 1_000_000 + " ms" + when;
    }

    /** One time in four the server is killed again while it starts, and so while it rebuilds its views. */
    private String restart(int number) throws IOException {
        // one time in three views that lived through the crash are compared with rebuilt ones
        boolean dropped = settings.dropViews() && number % 3 != 0;
        if (dropped) site.dropViews();
        if (random.nextInt(4) == 0) site.dropSnapshots();
        String again = random.nextInt(4) == 0 ? ", killed again after " + killedStart() + " ms" : "";
        start();
        return (dropped ? "views dropped" : "views kept") + again;
    }

    private long killedStart() throws IOException {
        long millis = random.nextLong(1, MILLIS_OF_A_START);
        try (ServerProcess started = site.start()) {
            pause(millis);
            started.kill();
        }
        return millis;
    }

    private void start() throws IOException {
        server = site.start();
        crayon = new Crayon(server.address());
    }

    private void check() throws IOException {
        ledger.check(crayon);
        copies.check(crayon);
    }

    private void compareWithRebuilt() throws IOException {
        Picture before = Picture.ofServer(crayon);
        server.stop();
        crayon.close();
        site.dropViews();
        start();
        before.mustEqual(Picture.ofServer(crayon));
    }

    private static void await(int seconds, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean() && System.nanoTime() < end) LockSupport.parkNanos(1_000_000);
    }

    private static void pause(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) LockSupport.parkNanos(left);
    }

    @Override
    public void close() {
        server.close();
        crayon.close();
    }
}
