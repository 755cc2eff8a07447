package io.daybook.query.mongodb;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.daybook.api.resource.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;

/**
 * Bytes of resources in GridFS, bucket {@code artifacts}, the file's name being the hash. Each upload has an id of its
 * own: one that breaks off, or that comes while the same bytes are swept, then cannot harm another.
 */
public final class GridFsContent implements ContentStore {

    static final String BUCKET = "artifacts";
    private static final String HASH = "filename";
    private static final String DATE = "uploadDate";
    private static final int CHUNK = 2 << 20;

    private final Connection connection;

    /** @param uri of the server; its database is {@code daybook} when it names none */
    public GridFsContent(String uri) {
        this.connection = Connection.forStreams(uri);
    }

    @Override
    public String backend() {
        return "gridfs";
    }

    @Override
    public String uri(String hash) {
        return ContentStore.fileUri(hash);
    }

    @Override
    public void keep(String hash, Path file) throws IOException {
        ContentStore.requireHash(hash);
        try (InputStream in = Files.newInputStream(file)) {
            if (renewed(hash)) return;
            bucket().uploadFromStream(hash, in, new GridFSUploadOptions().chunkSizeBytes(CHUNK));
        } catch (MongoException failure) {
            throw new IOException("GridFS does not take " + hash, failure);
        }
    }

    /** In one step with finding them there, so that a sweep either sees the new date or was first. */
    private boolean renewed(String hash) {
        return files().updateMany(
                                Filters.eq(HASH, hash),
                                Updates.set(DATE, new BsonDateTime(Instant.now().toEpochMilli())))
                        .getMatchedCount()
                > 0;
    }

    @Override
    @SuppressWarnings("resource") // the caller's
    public Optional<InputStream> read(String hash, long from) throws IOException {
        ContentStore.requireHash(hash);
        try {
            GridFSFile file = bucket().find(Filters.eq(HASH, hash))
                    .sort(Sorts.descending(DATE))
                    .first();
            if (file == null) return Optional.empty();
            InputStream in = bucket().openDownloadStream(file.getObjectId());
            in.skip(from);
            return Optional.of(new GridFsStream(in));
        } catch (MongoException failure) {
            throw new IOException("GridFS does not give " + hash, failure);
        }
    }

    @Override
    public int sweep(Set<String> named, Instant before) throws IOException {
        try {
            GridFsSweep sweep = new GridFsSweep(files(), connection.collection(BUCKET + ".chunks"), before);
            return sweep.files(named) + sweep.brokenOff();
        } catch (MongoException failure) {
            throw new IOException("GridFS cannot be swept", failure);
        }
    }

    private GridFSBucket bucket() {
        return GridFSBuckets.create(connection.database(), BUCKET);
    }

    private MongoCollection<BsonDocument> files() {
        return connection.collection(BUCKET + ".files");
    }

    @Override
    public void close() {
        connection.close();
    }
}
