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
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Connects when it is first used. What the address says about time-outs goes before what is said here. */
final class Connection implements AutoCloseable {

    private static final String DATABASE = "daybook";
    private static final int SELECTION_SECONDS = 5;
    private static final int OPERATION_SECONDS = 20;

    private final String uri;
    private final Consumer<MongoClientSettings.Builder> deadline;
    private @Nullable MongoClient client;
    private @Nullable MongoDatabase database;
    private boolean closed;

    private Connection(String uri, Consumer<MongoClientSettings.Builder> deadline) {
        this.uri = uri;
        this.deadline = deadline;
    }

    /** Each operation is to end in time. */
    static Connection forDocuments(String uri) {
        return new Connection(uri, settings -> settings.timeout(OPERATION_SECONDS, TimeUnit.SECONDS));
    }

    /** An operation may take as long as its bytes need, if only some come all the time. */
    static Connection forStreams(String uri) {
        return new Connection(
                uri,
                settings -> settings.applyToSocketSettings(
                        socket -> socket.readTimeout(OPERATION_SECONDS, TimeUnit.SECONDS)));
    }

    MongoCollection<BsonDocument> collection(String name) {
        return database().getCollection(name, BsonDocument.class);
    }

    /** The names of those that are there. */
    Set<String> collections() {
        return database().listCollectionNames().into(new HashSet<>());
    }

    synchronized MongoDatabase database() {
        if (closed) throw new IllegalStateException("the connection is closed");
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

    private MongoClientSettings settings(ConnectionString address) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applicationName(DATABASE)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(SELECTION_SECONDS, TimeUnit.SECONDS));
        deadline.accept(settings);
        return settings.applyConnectionString(address).build();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) client.close();
    }
}
