package io.daybook.testkit.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A connection through the proxy: two sockets, and what flows between them either way. */
final class Link {

    private final FaultyProxy proxy;
    private final Socket client;
    private final Socket server;
    private volatile boolean lossy;

    Link(FaultyProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    void open(SocketAddress address, int millis) {
        try {
            server.connect(address, millis);
            new Flow(this, client, server).start();
            new Flow(this, server, client).start();
        } catch (IOException nobodyListens) {
            reset();
        }
    }

    FaultyProxy proxy() {
        return proxy;
    }

    /** Something that one side sent will never be seen by the other. */
    void loses() {
        lossy = true;
        // it may have been healed at this moment, by somebody who did not see it
        if (proxy.condition() == Condition.WELL) reset();
    }

    boolean hasLost() {
        return lossy;
    }

    /** Both sides learn that there is no connection, at once, and what was under way is lost. */
    void reset() {
        proxy.forget(this);
        reset(client);
        reset(server);
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (SocketException closed) {
            // as wished
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the two is told that there is no more to come; when both have been, this is over. */
    void end(Socket told) throws IOException {
        told.shutdownOutput();
        if (client.isOutputShutdown() && server.isOutputShutdown()) reset();
    }
}
