package io.daybook.benchmarks.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One client's connections to several servers, used in turn. */
final class Connections implements AutoCloseable {

    private final List<Connection> open = new ArrayList<>();
    private int turn;

    /** @param first where the first request goes */
    Connections(List<Integer> ports, int first) throws IOException {
        for (int port : ports) open.add(new Connection(port));
        turn = first % ports.size();
    }

    Connection next() {
        Connection next = open.get(turn);
        turn = (turn + 1) % open.size();
        return next;
    }

    @Override
    public void close() throws IOException {
        for (Connection each : open) each.close();
    }
}
