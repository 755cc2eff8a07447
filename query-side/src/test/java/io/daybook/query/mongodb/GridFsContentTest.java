package io.daybook.query.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.daybook.api.resource.ContentStore;
import io.daybook.testkit.content.ContentStoreContract;
import io.daybook.testkit.mongodb.MongoProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridFsContentTest extends ContentStoreContract {

    private static final String HASH = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final String DATABASE =
            "daybook_test_" + UUID.randomUUID().toString().substring(0, 8);

    private static MongoProcess server;
    private static MongoClient client;

    @TempDir
    private Path uploads;

    @BeforeAll
    static void startServer() {
        server = MongoProcess.orReal();
        client = MongoClients.create(server.uri());
    }

    @AfterAll
    static void stopServer() {
        client.close();
        server.close();
    }

    @Override
    protected ContentStore open() {
        return new GridFsContent(server.uri(DATABASE));
    }

    @AfterEach
    void drop() {
        store().close();
        client.getDatabase(DATABASE).drop();
    }

    @Override
    protected void age() {
        Date yesterday = Date.from(Instant.now().minusSeconds(86_400));
        collection("files").updateMany(new Document(), Updates.set("uploadDate", yesterday));
    }

    private static MongoCollection<Document> collection(String name) {
        return client.getDatabase(DATABASE).getCollection("artifacts." + name);
    }

    @Test
    void chunks_of_an_upload_that_broke_off_are_swept_once_no_upload_can_be_so_old() throws IOException {
        store().keep(HASH, Files.writeString(uploads.resolve("hello"), "hello"));
        leaveChunk(Instant.now().minusSeconds(3 * 86_400));
        leaveChunk(Instant.now().minusSeconds(7_200));

        assertThat(store().sweep(Set.of(HASH), Instant.now().minusSeconds(3_600)))
                .isEqualTo(1);
        assertThat(collection("chunks").countDocuments()).isEqualTo(2);
    }

    private static void leaveChunk(Instant begun) {
        collection("chunks")
                .insertOne(new Document("files_id", new ObjectId(Date.from(begun)))
                        .append("n", 0)
                        .append("data", new Binary(new byte[9])));
    }

    @Test
    void a_lost_server_is_told_in_time() {
        try (ContentStore lost = new GridFsContent("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            assertThatIOException().isThrownBy(() -> lost.read(HASH, 0));
            assertThatIOException().isThrownBy(() -> lost.sweep(Set.of(), Instant.now()));
        }
    }
}
