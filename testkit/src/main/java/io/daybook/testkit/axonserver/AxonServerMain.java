package io.daybook.testkit.axonserver;

import java.io.IOException;

/** Takes its settings; prints the server's address and serves until its standard input ends, which it does when the parent process does. */
final class AxonServerMain {

    private AxonServerMain() {}

    public static void main(String[] args) throws IOException {
        StandIn server = StandIn.start(AxonServerSettings.of(args));
        System.out.println(server.address());
        while (System.in.read() >= 0) {
            // nobody writes there
        }
        server.close();
        Runtime.getRuntime().halt(0);
    }
}
