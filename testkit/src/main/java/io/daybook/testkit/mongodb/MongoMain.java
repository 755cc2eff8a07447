package io.daybook.testkit.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Takes the port, 0 for a free one; prints the server's address and serves until its standard input ends, which it does when the parent process does. */
final class MongoMain {

    private MongoMain() {}

    public static void main(String[] args) throws IOException {
        MongoServer server = new MongoServer(new OrderlyBackend());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])));
        System.out.println(server.getConnectionString());
        while (System.in.read() >= 0) {
            // nobody writes there
        }
        server.shutdownNow();
        Runtime.getRuntime().halt(0);
    }
}
