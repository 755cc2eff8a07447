package io.daybook.testkit.crash;

import io.daybook.testkit.ledger.Ledger;
import io.daybook.testkit.ledger.Ledger.Kind;
import io.daybook.testkit.ledger.Ledger.Stream;
import io.daybook.testkit.server.Crayon;
import java.io.IOException;

/** Creates and deletes experiments, under names that are used again. */
final class NameClient implements Client {

    private static final int NAMES = 5;

    private final Ledger ledger;
    private final int client;
    private final int round;

    NameClient(Ledger ledger, int client, int round) {
        this.ledger = ledger;
        this.client = client;
        this.round = round;
    }

    @Override
    public void act(Crayon crayon, int n) throws IOException {
        String xp = "short-lived " + round + "." + n % NAMES;
        boolean there = ledger.isThere(xp);
        ledger.uncertain(xp);
        if (there) {
            crayon.delete(xp, null);
            ledger.gone(xp);
        } else {
            crayon.create(xp, null);
            ledger.there(xp);
            log(crayon, new Stream(xp, Kind.SCALARS, "one point", client));
        }
    }

    private void log(Crayon crayon, Stream stream) throws IOException {
        long number = ledger.send(stream);
        crayon.post(PointClient.path(stream, false), PointClient.body(stream, number, false), null);
        ledger.acknowledge(stream, number);
    }
}
