package io.daybook.testkit.crash;

import io.daybook.testkit.ledger.Ledger;
import io.daybook.testkit.ledger.Ledger.Kind;
import io.daybook.testkit.ledger.Ledger.Stream;
import io.daybook.testkit.server.Crayon;
import java.io.IOException;
import java.util.List;

/** Logs points of one kind, in turns to an experiment of its own and to one that others write to as well. */
final class PointClient implements Client {

    private final Ledger ledger;
    private final Kind kind;
    private final int client;
    private final String own;
    private final List<Stream> streams;

    PointClient(Ledger ledger, Kind kind, int client, int round) {
        this.ledger = ledger;
        this.kind = kind;
        this.client = client;
        this.own = "run " + round + "/of client " + client;
        this.streams = List.of(
                new Stream(own, kind, "loss", client),
                new Stream(Round.SHARED, kind, "of client " + client, client),
                new Stream(own, kind, "Genauigkeit %/größer", client),
                new Stream(Round.SHARED, kind, "of all", client));
    }

    @Override
    public void act(Crayon crayon, int n) throws IOException {
        if (n == 0) {
            ledger.uncertain(own);
            crayon.create(own, null);
            ledger.there(own);
        }
        Stream stream = streams.get(n % streams.size());
        long number = ledger.send(stream);
        crayon.post(path(stream, client % 2 == 0), body(stream, number, client % 2 == 0), null);
        ledger.acknowledge(stream, number);
    }

    /** @param built whether the server makes a histogram of plain values */
    static String path(Stream stream, boolean built) {
        String path = stream.kind().route() + Crayon.query("xp", stream.xp(), "name", stream.name());
        return stream.kind() == Kind.SCALARS ? path : path + "&tobuild=" + built;
    }

    static String body(Stream stream, long number, boolean built) {
        double value = Ledger.value(stream.client(), number);
        String point = "[" + Ledger.wallTime(number) + "," + number + ",";
        if (stream.kind() == Kind.SCALARS) return point + value + "]";
        if (built) return point + "[" + (value + 1) + "," + value + "]]";
        return point + "{\"min\":" + value + ",\"max\":" + (value + 1)
                + ",\"num\":2,\"bucket_limit\":[1.5,0.5],\"bucket\":[1,1]}]";
    }
}
