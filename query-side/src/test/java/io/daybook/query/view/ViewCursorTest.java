package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.documents.View;
import io.daybook.query.LogStub;
import io.daybook.query.documents.MemoryDocuments;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewCursorTest {

    private static final View VIEW = new View("shelf", 1, Set.of("book"));

    private final MemoryDocuments documents = new MemoryDocuments();
    private final ViewPositions positions = new ViewPositions();
    private final ViewCursor cursor =
            new ViewCursor(documents, VIEW, new Views(documents, new LogStub(() -> 100), List.of(VIEW)), positions);

    @BeforeEach
    void begin() {
        cursor.fetch();
    }

    @Test
    void an_ignored_event_is_passed_before_anything_is_stored() {
        cursor.ignored(3);

        assertThat(positions.of("shelf")).isEqualTo(3);
        assertThat(documents.position(VIEW)).isZero();
    }

    @Test
    void an_ignored_event_is_not_passed_while_an_earlier_one_waits() throws InterruptedException {
        cursor.collected();
        cursor.ignored(3);
        assertThat(positions.await("shelf", 1, Duration.ZERO)).isFalse();

        cursor.complete(3, List.of());
        cursor.ignored(4);
        assertThat(positions.await("shelf", 4, Duration.ZERO)).isTrue();
    }

    @Test
    void a_view_that_is_not_where_it_was_left_is_noticed_and_goes_back() {
        cursor.complete(20, List.of());
        documents.open(VIEW, "something else");

        assertThatThrownBy(cursor::check).hasMessageContaining("stood at 20 and is found at 0");
        assertThat(cursor.fetch()).isZero();
        assertThat(positions.of("shelf")).isZero();
    }
}
