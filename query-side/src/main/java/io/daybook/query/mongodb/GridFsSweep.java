package io.daybook.query.mongodb;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.daybook.api.resource.ContentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.conversions.Bson;

/** Takes away files that nobody names, and what uploads left that broke off. */
final class GridFsSweep {

    /** A file's document comes last, and no upload takes so long. */
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private static final String ID = "_id";
    private static final String HASH = "filename";
    private static final String DATE = "uploadDate";
    private static final String FILE = "files_id";

    private final MongoCollection<BsonDocument> files;
    private final MongoCollection<BsonDocument> chunks;
    private final Instant before;

    GridFsSweep(MongoCollection<BsonDocument> files, MongoCollection<BsonDocument> chunks, Instant before) {
        this.files = files;
        this.chunks = chunks;
        this.before = before;
    }

    int files(Set<String> named) {
        int swept = 0;
        for (BsonDocument file : files.find(old()).projection(Projections.include(HASH))) {
            String hash = file.getString(HASH).getValue();
            if (ContentStore.isHash(hash) && !named.contains(hash) && deleted(file.getObjectId(ID))) swept++;
        }
        return swept;
    }

    /** The document goes first, and only if it is still old: without it nobody finds the chunks. */
    private boolean deleted(BsonObjectId id) {
        if (files.deleteOne(Filters.and(Filters.eq(ID, id), old())).getDeletedCount() == 0) return false;
        chunks.deleteMany(Filters.eq(FILE, id));
        return true;
    }

    private Bson old() {
        return Filters.lt(DATE, new BsonDateTime(before.toEpochMilli()));
    }

    int brokenOff() {
        long started = before.minus(LONGEST_UPLOAD).getEpochSecond();
        int swept = 0;
        for (BsonDocument chunk : chunks.find(Filters.eq("n", 0)).projection(Projections.include(FILE))) {
            BsonObjectId id = chunk.getObjectId(FILE);
            if (Integer.toUnsignedLong(id.getValue().getTimestamp()) >= started) continue;
            if (files.find(Filters.eq(ID, id)).first() != null) continue;
            chunks.deleteMany(Filters.eq(FILE, id));
            swept++;
        }
        return swept;
    }
}
