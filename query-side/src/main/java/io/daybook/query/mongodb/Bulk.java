package io.daybook.query.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import io.daybook.api.documents.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;

/**
 * Writes changes of one collection, each of another document, in portions. Every one of them says by its filter from
 * which state of the document it may start, so that it does nothing when it comes a second time.
 */
final class Bulk {

    private static final int MOST_DOCUMENTS = 100;
    private static final int MOST_BYTES = 1 << 20;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<BsonDocument> collection;
    private final long to;
    private final List<WriteModel<BsonDocument>> portion = new ArrayList<>();
    private int bytes;

    Bulk(MongoCollection<BsonDocument> collection, long to) {
        this.collection = collection;
        this.to = to;
    }

    void write(Collection<Change> changes) {
        for (Change change : changes) {
            int size = change instanceof Change.Put put ? put.body().length : 0;
            if (portion.size() == MOST_DOCUMENTS || bytes + size > MOST_BYTES) flush();
            portion.add(model(change));
            bytes += size;
        }
        flush();
    }

    private WriteModel<BsonDocument> model(Change change) {
        return switch (change) {
            // of the same position it may be: what came late leaves a document the position that it had
            case Change.Put put ->
                new ReplaceOneModel<>(Stored.at(put.id(), "$lte", put.position()), Stored.of(put), UPSERT);
            case Change.Remove remove -> new DeleteOneModel<>(Stored.at(remove.id(), "$lte", to));
        };
    }

    private void flush() {
        if (portion.isEmpty()) return;
        try {
            // each is of another document, so their order means nothing, and one that was applied before stops no other
            collection.bulkWrite(portion, UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null || !onlyAppliedBefore(e)) throw e;
        }
        portion.clear();
        bytes = 0;
    }

    /** The filter found no older document, so an insert was tried, and met the one that is there. */
    private static boolean onlyAppliedBefore(MongoBulkWriteException failure) {
        return failure.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
