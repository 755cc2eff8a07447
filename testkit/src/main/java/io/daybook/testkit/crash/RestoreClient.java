package io.daybook.testkit.crash;

import io.daybook.testkit.ledger.Copies;
import io.daybook.testkit.ledger.Ledger;
import io.daybook.testkit.server.Crayon;
import java.io.IOException;

/** Restores backups: under new names, and over what is there. Every one of its requests has an idempotency key. */
final class RestoreClient implements Client {

    @FunctionalInterface
    private interface Request {
        void send(Crayon crayon) throws IOException;
    }

    private final Ledger ledger;
    private final Copies copies;
    private final int round;
    private Request pending = crayon -> {};

    RestoreClient(Ledger ledger, Copies copies, int round) {
        this.ledger = ledger;
        this.copies = copies;
        this.round = round;
    }

    @Override
    public int limit() {
        return 6;
    }

    @Override
    public void act(Crayon crayon, int n) throws IOException {
        String key = "restoration " + round + "." + n;
        switch (n % 3) {
            case 0 -> restore(crayon, "copy " + round + "." + n, n % Copies.ORIGINALS, key);
            case 1 -> restore(crayon, "replaced", (round + n / 3) % Copies.ORIGINALS, key);
            default -> delete(crayon, "copy " + round + "." + (n - 2), key);
        }
    }

    private void restore(Crayon crayon, String xp, int original, String key) throws IOException {
        copies.restoring(xp, original);
        send(crayon, now -> {
            now.restore(xp, copies.zip(original), key);
            copies.restored(xp, original);
        });
    }

    private void delete(Crayon crayon, String xp, String key) throws IOException {
        ledger.uncertain(xp);
        send(crayon, now -> {
            now.delete(xp, key);
            copies.forget(xp);
        });
    }

    private void send(Crayon crayon, Request request) throws IOException {
        pending = request;
        repeat(crayon);
    }

    @Override
    public void repeat(Crayon crayon) throws IOException {
        pending.send(crayon);
        pending = now -> {};
    }
}
