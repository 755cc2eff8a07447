package io.daybook.testkit.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands, on this machine, between clients and a server, and is the network between them, which can be made to fail. */
public final class FaultyProxy implements AutoCloseable {

    private static final int MOST_LINKS = 1_000;
    private static final int CONNECT_MILLIS = 5_000;

    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final ServerSocket listening;
    private final InetSocketAddress target;
    private volatile Condition condition = Condition.WELL;
    private volatile Duration delay = Duration.ZERO;

    private FaultyProxy(ServerSocket listening, InetSocketAddress target) {
        this.listening = listening;
        this.target = target;
    }

    /** To a {@code host:port}, where somebody may listen later, or again. */
    public static FaultyProxy to(String address) {
        int colon = address.lastIndexOf(':');
        return to(new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
    }

    /** To a port of this machine. */
    public static FaultyProxy to(int port) {
        return to(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static FaultyProxy to(InetSocketAddress target) {
        try {
            FaultyProxy proxy = new FaultyProxy(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), target);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect, on the loopback address. */
    public int port() {
        return listening.getLocalPort();
    }

    /** The same as {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    /** What is sent from now on arrives that much later, in either direction and in order. */
    public void delay(Duration by) {
        delay = by;
    }

    /** Resets all connections, and each that is tried, until it is healed. */
    public void cut() {
        condition = Condition.CUT;
        links.forEach(Link::reset);
    }

    /** Connections stay, and can be made; what is sent on them is never heard of, until it is healed. */
    public void halfOpen() {
        condition = Condition.HALF_OPEN;
    }

    /** From now on all is well. Connections that have lost something are reset. */
    public void heal() {
        delay = Duration.ZERO;
        condition = Condition.WELL;
        links.stream().filter(Link::hasLost).forEach(Link::reset);
    }

    /** How many connections there are. */
    public int links() {
        return links.size();
    }

    Condition condition() {
        return condition;
    }

    Duration delay() {
        return delay;
    }

    void forget(Link link) {
        links.remove(link);
    }

    private void accept() {
        try {
            while (true) connect(listening.accept());
        } catch (IOException closed) {
            // nobody else comes
        }
    }

    private void connect(Socket client) {
        Link link = new Link(this, client, new Socket());
        links.add(link);
        // after it can be found by whoever cuts
        if (condition == Condition.CUT || links.size() > MOST_LINKS) link.reset();
        else Thread.ofVirtual().start(() -> link.open(target, CONNECT_MILLIS));
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
