package io.daybook.testkit.documents;

import static io.daybook.testkit.documents.Samples.BOOKS;
import static io.daybook.testkit.documents.Samples.EVERYTHING;
import static io.daybook.testkit.documents.Samples.SHELVES;
import static io.daybook.testkit.documents.Samples.TILLS;
import static io.daybook.testkit.documents.Samples.body;
import static io.daybook.testkit.documents.Samples.book;
import static io.daybook.testkit.documents.Samples.books;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Views that are taken away. */
interface DroppingContract {

    Documents documents();

    @Test
    default void names_the_views_that_are_stored() {
        assertThat(documents().stored()).containsExactlyInAnyOrder(SHELVES.name(), TILLS.name());
    }

    @Test
    default void a_dropped_view_is_gone_alone() {
        documents().apply(SHELVES, 0, 2, List.of(book("dune", 2)));
        documents().apply(TILLS, 0, 9, List.of(new Change.Put("receipts", "1", 9, body("12.50"))));

        documents().drop(SHELVES);

        assertThat(documents().stored()).containsExactly(TILLS.name());
        assertThat(documents().position(SHELVES)).isZero();
        assertThat(documents().count(SHELVES)).isZero();
        assertThat(documents().range(BOOKS, EVERYTHING)).isEmpty();
        assertThat(documents().count(TILLS)).isEqualTo(1);
    }

    @Test
    default void a_dropped_view_takes_nothing_until_it_is_opened() {
        documents().apply(SHELVES, 0, 2, List.of(book("dune", 2)));
        documents().drop(SHELVES);

        assertThatIllegalStateException().isThrownBy(() -> documents().apply(SHELVES, 2, 3, List.of(book("emma", 3))));
        assertThatIllegalStateException().isThrownBy(() -> documents().apply(SHELVES, 0, 3, List.of()));

        documents().open(SHELVES, DocumentsContract.LOG);
        documents().apply(SHELVES, 0, 1, List.of(book("odes", 1)));
        assertThat(documents().count(SHELVES)).isEqualTo(1);
    }

    @Test
    default void further_collections_go_with_a_view() {
        documents().apply(SHELVES, 0, 1, List.of(new Change.Put("leaflets", "1", 1, body("thin"))));

        documents().drop(new View(SHELVES.name(), 1, Set.of("leaflets")));

        assertThat(documents().range("leaflets", EVERYTHING)).isEmpty();
        assertThat(documents().range(BOOKS, EVERYTHING)).isEmpty();
    }

    @Test
    default void a_view_that_is_not_there_can_be_dropped() {
        documents().drop(new View("cellar", 1, Set.of("bottles")));

        assertThat(documents().stored()).containsExactlyInAnyOrder(SHELVES.name(), TILLS.name());
    }

    @Test
    default void others_write_while_a_view_is_dropped() throws Exception {
        documents().apply(SHELVES, 0, 1, books(5_000, 1));

        CompletableFuture<Void> dropping =
                CompletableFuture.runAsync(() -> documents().drop(SHELVES));
        long position = 0;
        do {
            documents().apply(TILLS, position, position + 1, List.of());
            position++;
        } while (!dropping.isDone());
        dropping.get(1, TimeUnit.MINUTES);

        assertThat(documents().position(TILLS)).isEqualTo(position);
        assertThat(documents().range(BOOKS, EVERYTHING)).isEmpty();
    }

    @Test
    default void names_of_further_fillings_are_names() {
        View another = new View("shelves.12", 1, Set.of("books.12", "authors.12"));
        documents().open(another, DocumentsContract.LOG);
        documents().apply(another, 0, 3, List.of(new Change.Put("books.12", "dune", 3, body("again"))));
        documents().apply(SHELVES, 0, 2, List.of(book("dune", 2)));

        assertThat(documents().get("books.12", "dune").orElseThrow().body()).isEqualTo(body("again"));
        assertThat(documents().get(BOOKS, "dune").orElseThrow().position()).isEqualTo(2);
        documents().drop(another);
        assertThat(documents().count(SHELVES)).isEqualTo(1);
    }
}
