package io.daybook.testkit.axonserver;

import org.jspecify.annotations.Nullable;

/** A server within this process, whose folder outlives it; or a real one, when the environment names one. */
public final class AxonServer implements AutoCloseable {

    private final String address;
    private final @Nullable StandIn standIn;

    private AxonServer(String address, @Nullable StandIn standIn) {
        this.address = address;
        this.standIn = standIn;
    }

    public static AxonServer start(AxonServerSettings settings) {
        StandIn standIn = StandIn.start(settings);
        return new AxonServer(standIn.address(), standIn);
    }

    /** The real server that the environment names, which is emptied, else one of our own; for settings that a real server has. */
    public static AxonServer orReal(AxonServerSettings settings) {
        return RealServer.emptied()
                .map(address -> new AxonServer(address, null))
                .orElseGet(() -> start(settings));
    }

    /** As settings of clients name it. */
    public String address() {
        return address;
    }

    /** For one that is to take its place. */
    public int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Ends it. A real server is left as it is. */
    @Override
    public void close() {
        if (standIn != null) standIn.close();
    }
}
