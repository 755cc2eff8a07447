package io.daybook.axonserver;

/** No Axon Server can be used as the settings have it; the message tells an operator why. */
public final class UnusableServer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableServer(String message) {
        super(message);
    }
}
