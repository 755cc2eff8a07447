package io.daybook.server.running;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.daybook.testkit.mongodb.MongoProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Where the views of a server under test live. */
public enum Engine {
    SQLITE {
        @Override
        Map<String, String> settings() {
            return Map.of();
        }

        @Override
        void dropViews(Path home, Map<String, String> settings) {
            Folders.delete(home.resolve("views"));
        }
    },

    MONGODB {
        @Override
        Map<String, String> settings() {
            String database = "stories_" + UUID.randomUUID().toString().replace("-", "");
            return Map.of(URI, Mongo.PROCESS.uri(database));
        }

        @Override
        void dropViews(Path home, Map<String, String> settings) {
            ConnectionString uri = new ConnectionString(Objects.requireNonNull(settings.get(URI)));
            try (MongoClient client = MongoClients.create(uri)) {
                client.getDatabase(Objects.requireNonNull(uri.getDatabase())).drop();
            }
        }
    };

    private static final String URI = "daybook.mongodb.uri";

    /** Settings with room for one server's views, which nobody has used before. */
    abstract Map<String, String> settings();

    abstract void dropViews(Path home, Map<String, String> settings);

    /** One process for all tests of this build; it ends when they do. */
    private static final class Mongo {
        static final MongoProcess PROCESS = MongoProcess.orReal();
    }
}
