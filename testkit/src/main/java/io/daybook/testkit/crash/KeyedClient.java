package io.daybook.testkit.crash;

import io.daybook.testkit.ledger.Ledger;
import io.daybook.testkit.ledger.Ledger.Kind;
import io.daybook.testkit.ledger.Ledger.Stream;
import io.daybook.testkit.server.Crayon;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Sends an idempotency key with every request. After the crash it sends the last of them again, answered or not: none
 * may be carried out twice, and the one that nobody answered is carried out now if it was not.
 */
final class KeyedClient implements Client {

    private static final int REMEMBERED = 20;
    private static final int CREATES = 10;

    @FunctionalInterface
    private interface Request {
        void send(Crayon crayon) throws IOException;
    }

    /** @param answered what its answer lets the ledger know */
    private record Keyed(Request request, Runnable answered) {}

    private final Ledger ledger;
    private final int client;
    private final String own;
    private final Stream stream;
    private final Deque<Keyed> answered = new ArrayDeque<>();
    private Keyed pending = new Keyed(crayon -> {}, () -> {});

    KeyedClient(Ledger ledger, int client, int round) {
        this.ledger = ledger;
        this.client = client;
        this.own = "keyed " + round;
        this.stream = new Stream(own, Kind.SCALARS, "loss", client);
    }

    @Override
    public void act(Crayon crayon, int n) throws IOException {
        String key = own + " request " + n;
        if (n == 0) create(crayon, own, key);
        else if (n % CREATES == 0) create(crayon, own + "." + n, key);
        else if (n % CREATES == 5 && n > CREATES) delete(crayon, own + "." + (n - 5), key);
        else log(crayon, key);
    }

    private void create(Crayon crayon, String xp, String key) throws IOException {
        ledger.uncertain(xp);
        send(crayon, now -> now.create(xp, key), () -> ledger.there(xp));
    }

    private void delete(Crayon crayon, String xp, String key) throws IOException {
        ledger.uncertain(xp);
        send(crayon, now -> now.delete(xp, key), () -> ledger.gone(xp));
    }

    private void log(Crayon crayon, String key) throws IOException {
        long number = ledger.send(stream);
        String path = PointClient.path(stream, false);
        String body = PointClient.body(stream, number, false);
        send(crayon, now -> now.post(path, body, key), () -> ledger.acknowledge(stream, number));
    }

    private void send(Crayon crayon, Request request, Runnable known) throws IOException {
        pending = new Keyed(request, known);
        settle(crayon);
    }

    private void settle(Crayon crayon) throws IOException {
        pending.request().send(crayon);
        pending.answered().run();
        answered.addLast(pending);
        if (answered.size() > REMEMBERED) answered.removeFirst();
        pending = new Keyed(now -> {}, () -> {});
    }

    @Override
    public void repeat(Crayon crayon) throws IOException {
        for (Keyed before : answered) before.request().send(crayon);
        settle(crayon);
    }
}
