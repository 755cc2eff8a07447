package io.daybook.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.mongodb.MongoDocuments;
import io.daybook.query.view.ViewFeed;
import io.daybook.testkit.mongodb.MongoProcess;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The view, and its answers, in an engine that is not this process's memory. */
class TrackingOnMongoTest {

    @Test
    void a_history_leads_to_the_same_documents_and_answers_as_in_memory() {
        TrackingHistory history = new TrackingHistory(new Random(5), 250);
        ViewFeed memory = TrackingHistoryTest.feed(new MemoryDocuments());
        memory.feed(history.events(), 1_000);
        String database = "daybook_test_" + UUID.randomUUID().toString().substring(0, 8);
        try (MongoProcess server = MongoProcess.orReal();
                MongoDocuments documents = new MongoDocuments(server.uri(database))) {
            ViewFeed feed = TrackingHistoryTest.feed(documents);
            feed.feedRoughly(history.events(), new Random(6));

            assertThat(feed.content("~")).containsExactlyInAnyOrderEntriesOf(memory.content());
            new Answers(documents).equalThoseOf(history, new Random(7));
            try (MongoClient client = MongoClients.create(server.uri())) {
                client.getDatabase(database).drop();
            }
        }
    }
}
