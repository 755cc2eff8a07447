package io.daybook.testkit.mongodb;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * In memory. As in MongoDB, nothing else is going on while something is dropped: here, a collection that somebody makes amid
 * that would never work again.
 */
final class OrderlyBackend extends H2Backend {

    private static final Set<String> DROPPING = Set.of("drop", "dropDatabase");

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    OrderlyBackend() {
        super(MVStore.open(null));
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        return locked(isDropping(message.getDocument()), () -> super.handleMessage(message));
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return locked(false, () -> super.handleQuery(query));
    }

    /** A command's name is its first key. */
    private static boolean isDropping(Document command) {
        return command.keySet().stream().limit(1).anyMatch(DROPPING::contains);
    }

    private <T> T locked(boolean alone, Supplier<T> work) {
        Lock held = alone ? lock.writeLock() : lock.readLock();
        held.lock();
        try {
            return work.get();
        } finally {
            held.unlock();
        }
    }
}
