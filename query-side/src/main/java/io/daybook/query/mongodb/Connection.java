package io.daybook.query.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Connects when it is first used. What the address says about time-outs goes before what is said here. */
final class Connection implements AutoCloseable {

    private static final String DATABASE = "daybook";
    private static final int SELECTION_SECONDS = 5;
    private static final int OPERATION_SECONDS = 20;

    private final String uri;
    private @Nullable MongoClient client;
    private @Nullable MongoDatabase database;
    private boolean closed;

    Connection(String uri) {
        this.uri = uri;
    }

    MongoCollection<BsonDocument> collection(String name) {
        return database().getCollection(name, BsonDocument.class);
    }

    private synchronized MongoDatabase database() {
        if (closed) throw new IllegalStateException("the views are closed");
        MongoDatabase connected = database;
        if (connected == null) {
            connected = connect();
            database = connected;
        }
        return connected;
    }

    private MongoDatabase connect() {
        ConnectionString address = new ConnectionString(uri);
        MongoClient fresh = MongoClients.create(settings(address));
        client = fresh;
        String name = address.getDatabase();
        return fresh.getDatabase(name == null ? DATABASE : name)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private static MongoClientSettings settings(ConnectionString address) {
        return MongoClientSettings.builder()
                .applicationName(DATABASE)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(SELECTION_SECONDS, TimeUnit.SECONDS))
                .timeout(OPERATION_SECONDS, TimeUnit.SECONDS)
                .applyConnectionString(address)
                .build();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) client.close();
    }
}
