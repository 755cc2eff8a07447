package io.daybook.testkit.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;

/** Prints the server's address and serves until its standard input ends, which it does when the parent process does. */
final class MongoMain {

    private MongoMain() {}

    public static void main(String[] args) throws IOException {
        MongoServer server = new MongoServer(H2Backend.inMemory());
        System.out.println(server.bindAndGetConnectionString());
        while (System.in.read() >= 0) {
            // nobody writes there
        }
        server.shutdownNow();
        Runtime.getRuntime().halt(0);
    }
}
