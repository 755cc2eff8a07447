package io.daybook.benchmarks.stage;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

/** A database for the views of one server. */
record Database(String server, String name) {

    /** The server's address may end in the options of a connection. */
    String uri() {
        int options = server.indexOf('?');
        String address = (options < 0 ? server : server.substring(0, options)).replaceFirst("(?<!/)/[^/]*$", "");
        return address + "/" + name + (options < 0 ? "" : server.substring(options));
    }

    void drop() {
        try (MongoClient client = MongoClients.create(uri())) {
            client.getDatabase(name).drop();
        }
    }
}
