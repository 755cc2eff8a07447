package io.daybook.query.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteOrderTest {

    @Test
    void what_is_put_is_gathered_by_collection() {
        assertThat(portions(put("chunk", 1), put("series", 1), put("chunk", 2), put("series", 2)))
                .containsExactly("chunk+1+2", "series+1+2");
    }

    @Test
    void documents_of_one_event_keep_their_order_whatever_another_event_wrote_first() {
        assertThat(portions(put("experiment", 1), put("row", 2), put("name", 2), put("experiment", 2)))
                .containsExactly("row+2", "name+2", "experiment+1+2");
    }

    @Test
    void events_that_differ_in_their_order_are_not_gathered() {
        assertThat(portions(put("a", 1), put("b", 1), put("c", 2), put("b", 3), put("c", 3), put("a", 3)))
                .containsExactly("a+1", "b+1+3", "c+2+3", "a+3");
    }

    @Test
    void what_is_removed_keeps_its_place() {
        assertThat(portions(put("a", 1), remove("b", 2), remove("b", 3), remove("c", 2), put("a", 2), remove("b", 4)))
                .containsExactly("a+1", "b-2-3", "c-2", "a+2", "b-4");
    }

    private static List<String> portions(Change... changes) {
        return WriteOrder.portions(List.of(changes)).stream()
                .map(portion -> portion.collection()
                        + String.join(
                                "",
                                portion.changes().stream()
                                        .map(WriteOrderTest::shown)
                                        .toList()))
                .toList();
    }

    private static String shown(Change change) {
        return (change instanceof Change.Put ? "+" : "-") + change.id();
    }

    private static Change put(String collection, long position) {
        return new Change.Put(collection, Long.toString(position), position, new byte[0]);
    }

    private static Change remove(String collection, long id) {
        return new Change.Remove(collection, Long.toString(id));
    }
}
