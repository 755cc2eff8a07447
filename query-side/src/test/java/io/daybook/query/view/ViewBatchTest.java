package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    private final ViewBatch batch = new ViewBatch(documents, cursor);

    @Test
    void a_changed_document_is_read_as_changed_and_stored_at_the_end() {
        cursor.fetch();
        batch.enter(1);
        put("a", 10);
        batch.enter(2);
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
        batch.enter(1);
        for (String id : List.of("a", "b", "c")) put(id, (int) ViewBatch.MUCH / 3 + 1);
        assertThat(documents.position(VIEW)).isZero();

        batch.enter(2);

        assertThat(documents.position(VIEW)).isEqualTo(1);
        assertThat(documents.count(VIEW)).isEqualTo(3);
        assertThat(batch.changes()).isEmpty();
    }

    @Test
    void what_an_event_did_can_be_undone_and_the_events_before_it_stay() {
        batch.enter(1);
        put("a", 1);
        put("b", 1);
        batch.enter(2);
        put("a", 2);
        batch.remove("book", "b");
        put("c", 2);

        batch.undo();

        assertThat(batch.changes()).extracting(Change::id).containsExactly("a", "b");
        assertThat(batch.get("book", "a").orElseThrow().position()).isEqualTo(1);
        assertThat(batch.get("book", "c")).isEmpty();
        assertThat(batch.putUnder("book", "")).containsExactly("a", "b");
    }

    @Test
    void what_cannot_be_stored_fails_the_batch_and_each_event_is_asked_in_the_next() {
        batch.enter(1);
        batch.put("book", "a", new BsonDocument("a\0name", new BsonBinary(new byte[0])));

        assertThatThrownBy(batch::changes).isInstanceOf(BatchFailure.class);
        assertThat(cursor.doubts()).isTrue();
    }

    @Test
    void a_late_event_leaves_a_document_the_position_that_it_has() {
        documents.open(VIEW, "shelf");
        documents.apply(VIEW, 0, 9, List.of(new Change.Put("book", "a", 9, new byte[] {5, 0, 0, 0, 0})));
        ViewBatch late = ViewBatch.late(documents, cursor);
        late.enter(4);

        late.put("book", "a", new BsonDocument());
        late.put("book", "b", new BsonDocument());

        assertThat(late.get("book", "a").orElseThrow().position()).isEqualTo(9);
        assertThat(late.get("book", "b").orElseThrow().position()).isEqualTo(4);
    }

    private void put(String id, int size) {
        batch.put("book", id, new BsonDocument("text", new BsonBinary(new byte[size])));
    }
}
