package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.View;
import io.daybook.query.LogStub;
import io.daybook.query.documents.MemoryDocuments;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewsTest {

    private static final View VIEW = new View("shelf", 1, Set.of("book"));

    private final MemoryDocuments documents = new MemoryDocuments();

    @Test
    void a_view_of_the_same_log_is_kept() {
        fill(new LogStub(() -> 30));

        open(new LogStub(() -> 20));

        assertThat(documents.count(VIEW)).isEqualTo(1);
        assertThat(documents.position(VIEW)).isEqualTo(20);
    }

    @Test
    void a_view_of_another_log_is_dropped() {
        fill(new LogStub(() -> 30));

        open(new LogStub("another beginning", () -> 30));

        assertThat(documents.count(VIEW)).isZero();
        assertThat(documents.position(VIEW)).isZero();
    }

    @Test
    void a_view_that_knows_more_than_the_log_is_dropped_once() {
        fill(new LogStub(() -> 30));

        open(new LogStub(() -> 19));
        assertThat(documents.position(VIEW)).isZero();

        fill(new LogStub(() -> 30));
        open(new LogStub(() -> 30));
        assertThat(documents.position(VIEW)).isEqualTo(20);
    }

    private void open(LogStub log) {
        new Views(documents, log, List.of(VIEW)).open();
    }

    private void fill(LogStub log) {
        open(log);
        documents.apply(VIEW, 0, 20, List.of(new Change.Put("book", "1", 20, new byte[] {5, 0, 0, 0, 0})));
    }
}
