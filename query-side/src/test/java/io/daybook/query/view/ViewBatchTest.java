package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.View;
import io.daybook.query.LogStub;
import io.daybook.query.documents.MemoryDocuments;
import java.util.List;
import java.util.Set;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class ViewBatchTest {

    private static final View VIEW = new View("shelf", 1, Set.of("book"));

    private final MemoryDocuments documents = new MemoryDocuments();
    private final ViewCursor cursor = new ViewCursor(
            documents, VIEW, new Views(documents, new LogStub(() -> 100), List.of(VIEW)), new ViewPositions());
    private final ViewBatch batch = new ViewBatch(documents);

    @Test
    void a_changed_document_is_read_as_changed_and_stored_at_the_end() {
        cursor.fetch();
        batch.enter(1, cursor);
        put("a", 10);
        batch.enter(2, cursor);
        batch.remove("book", "a");

        assertThat(batch.get("book", "a")).isEmpty();
        assertThat(documents.position(VIEW)).isZero();
    }

    @Test
    void changes_keep_the_order_in_which_they_were_last_made() {
        put("a", 10);
        put("b", 10);
        put("a", 10);

        assertThat(batch.changes()).extracting(Change::id).containsExactly("b", "a");
    }

    @Test
    void a_heavy_batch_is_written_in_parts_between_events() {
        cursor.fetch();
        batch.enter(1, cursor);
        put("a", (int) ViewBatch.MUCH + 1);
        put("b", 10);
        assertThat(documents.position(VIEW)).isZero();

        batch.enter(2, cursor);

        assertThat(documents.position(VIEW)).isEqualTo(1);
        assertThat(documents.count(VIEW)).isEqualTo(2);
        assertThat(batch.changes()).isEmpty();
    }

    private void put(String id, int size) {
        batch.put("book", id, new BsonDocument("text", new BsonBinary(new byte[size])));
    }
}
