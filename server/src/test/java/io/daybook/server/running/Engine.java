package io.daybook.server.running;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.daybook.testkit.axonserver.AxonServer;
import io.daybook.testkit.axonserver.AxonServerSettings;
import io.daybook.testkit.cluster.AxonSettings;
import io.daybook.testkit.mongodb.MongoProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Where the events and the views of a server under test live. */
public enum Engine {
    SQLITE {
        @Override
        Map<String, String> settings(Path home) {
            return Map.of();
        }

        @Override
        void dropViews(Path home, Map<String, String> settings) {
            Folders.delete(home.resolve("views"));
        }
    },

    MONGODB {
        @Override
        Map<String, String> settings(Path home) {
            return Map.of(URI, database());
        }

        @Override
        void dropViews(Path home, Map<String, String> settings) {
            ConnectionString uri = new ConnectionString(Objects.requireNonNull(settings.get(URI)));
            try (MongoClient client = MongoClients.create(uri)) {
                client.getDatabase(Objects.requireNonNull(uri.getDatabase())).drop();
            }
        }
    },

    /** Two nodes, which are spoken to in turn. */
    AXON_SERVER {
        @Override
        int nodes() {
            return 2;
        }

        @Override
        Map<String, String> settings(Path home) {
            return AxonSettings.of(AxonServer.orReal(place(home)).address());
        }

        /** Of a real one there is one, which would be emptied under the nodes that use it. */
        @Override
        Map<String, String> settingsOfAnother(Path home) {
            return AxonSettings.of(AxonServer.start(place(home)).address());
        }

        private AxonServerSettings place(Path home) {
            return AxonServerSettings.in(home.resolve("axon-server"));
        }

        @Override
        void dropViews(Path home, Map<String, String> settings) {
            SQLITE.dropViews(home, settings);
        }
    };

    private static final String URI = "daybook.mongodb.uri";

    /** The URI of a database that nobody has used before. */
    public static String database() {
        return Mongo.PROCESS.uri("stories_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** How many servers there are that share everything. */
    int nodes() {
        return 1;
    }

    /** Settings with room for one server's events and views, which nobody has used before. */
    abstract Map<String, String> settings(Path home);

    /** As {@link #settings}, beside a server that is running. */
    Map<String, String> settingsOfAnother(Path home) {
        return settings(home);
    }

    abstract void dropViews(Path home, Map<String, String> settings);

    /** One process for all tests of this build; it ends when they do. */
    private static final class Mongo {
        static final MongoProcess PROCESS = MongoProcess.orReal();
    }
}
