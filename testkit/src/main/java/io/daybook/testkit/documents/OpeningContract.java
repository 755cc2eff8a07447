package io.daybook.testkit.documents;

import static io.daybook.testkit.documents.DocumentsContract.LOG;
import static io.daybook.testkit.documents.Samples.BOOKS;
import static io.daybook.testkit.documents.Samples.EVERYTHING;
import static io.daybook.testkit.documents.Samples.SHELVES;
import static io.daybook.testkit.documents.Samples.TILLS;
import static io.daybook.testkit.documents.Samples.body;
import static io.daybook.testkit.documents.Samples.book;
import static io.daybook.testkit.documents.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of views when they are opened, here or after a restart. */
interface OpeningContract {

    Documents documents();

    /** Ends what {@link #documents()} was and begins with the same storage. */
    void restart();

    /** As {@link #restart()}, with the storage taken away in between. */
    void restartWithNothing();

    @Test
    default void a_view_begins_empty() {
        assertThat(documents().position(SHELVES)).isZero();
        assertThat(documents().count(SHELVES)).isZero();
    }

    @Test
    default void a_view_that_nobody_opened_is_empty_and_takes_nothing() {
        View closed = new View("cellar", 1, Set.of("bottles"));

        assertThat(documents().position(closed)).isZero();
        assertThat(documents().count(closed)).isZero();
        assertThatIllegalStateException().isThrownBy(() -> documents().apply(closed, 0, 1, List.of()));
    }

    @Test
    default void counts_the_documents_of_the_views_own_collections() {
        fill();

        assertThat(documents().count(SHELVES)).isEqualTo(3);
        assertThat(documents().count(TILLS)).isEqualTo(1);
    }

    @Test
    default void opened_again_from_the_same_log_a_view_is_kept() {
        fill();

        documents().open(SHELVES, LOG);

        assertThat(documents().position(SHELVES)).isEqualTo(8);
        assertThat(documents().count(SHELVES)).isEqualTo(3);
    }

    @Test
    default void opened_from_another_log_a_view_is_emptied_alone() {
        fill();

        documents().open(SHELVES, "another log");

        assertThat(documents().position(SHELVES)).isZero();
        assertThat(documents().count(SHELVES)).isZero();
        assertThat(documents().position(TILLS)).isEqualTo(9);
        assertThat(documents().count(TILLS)).isEqualTo(1);
    }

    @Test
    default void an_emptied_view_is_filled_anew() {
        fill();
        documents().open(SHELVES, "another log");

        documents().apply(SHELVES, 0, 2, List.of(book("dune", 2)));

        assertThat(documents().position(SHELVES)).isEqualTo(2);
        assertThat(documents().get(BOOKS, "dune").orElseThrow().body()).isEqualTo(body("dune@2"));
    }

    @Test
    default void another_version_of_a_view_begins_empty() {
        fill();
        View later = new View(SHELVES.name(), 2, Set.of("volumes"));

        documents().open(later, LOG);

        assertThat(documents().position(later)).isZero();
        assertThat(documents().range(BOOKS, EVERYTHING)).isEmpty();
        assertThat(documents().count(TILLS)).isEqualTo(1);
    }

    @Test
    default void a_restart_keeps_documents_and_positions() {
        fill();

        restart();

        assertThat(documents().position(SHELVES)).isEqualTo(8);
        assertThat(documents().position(TILLS)).isEqualTo(9);
        assertThat(ids(documents().range(BOOKS, EVERYTHING))).containsExactly("dune", "emma");
        documents().apply(SHELVES, 8, 10, List.of(book("odes", 10)));
        assertThat(documents().count(SHELVES)).isEqualTo(4);
    }

    @Test
    default void without_its_storage_a_view_begins_empty() {
        fill();

        restartWithNothing();

        assertThat(documents().position(SHELVES)).isZero();
        assertThat(documents().count(SHELVES)).isZero();
        documents().apply(SHELVES, 0, 10, List.of(book("odes", 10)));
        assertThat(documents().count(SHELVES)).isEqualTo(1);
    }

    @Test
    default void once_closed_nothing_is_answered() {
        documents().close();
        documents().close();

        assertThatIllegalStateException().isThrownBy(() -> documents().get(BOOKS, "dune"));
        assertThatIllegalStateException().isThrownBy(() -> documents().apply(SHELVES, 0, 1, List.of()));
    }

    private void fill() {
        documents()
                .apply(
                        SHELVES,
                        0,
                        8,
                        List.of(
                                book("dune", 3),
                                book("emma", 4),
                                new Change.Put("authors", "austen", 8, body("Jane"))));
        documents().apply(TILLS, 0, 9, List.of(new Change.Put("receipts", "1", 9, body("12.50"))));
    }
}
