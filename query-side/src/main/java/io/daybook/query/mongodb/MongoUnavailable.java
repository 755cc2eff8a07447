package io.daybook.query.mongodb;

import com.mongodb.MongoException;
import io.daybook.api.refusal.Unavailable;
import java.util.function.Supplier;

/** MongoDB does not answer now, or not in time. */
final class MongoUnavailable extends IllegalStateException implements Unavailable {

    private static final long serialVersionUID = 1L;

    private MongoUnavailable(MongoException cause) {
        super("MongoDB: " + cause.getMessage(), cause);
    }

    /** Reads, and tells a server that does not answer from a defect. */
    static <T> T unless(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MongoException failure) {
            throw new MongoUnavailable(failure);
        }
    }
}
