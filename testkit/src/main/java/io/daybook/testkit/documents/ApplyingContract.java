package io.daybook.testkit.documents;

import static io.daybook.testkit.documents.Samples.BOOKS;
import static io.daybook.testkit.documents.Samples.EVERYTHING;
import static io.daybook.testkit.documents.Samples.SHELVES;
import static io.daybook.testkit.documents.Samples.TILLS;
import static io.daybook.testkit.documents.Samples.body;
import static io.daybook.testkit.documents.Samples.book;
import static io.daybook.testkit.documents.Samples.books;
import static io.daybook.testkit.documents.Samples.ids;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Batches and positions. */
interface ApplyingContract {

    Documents documents();

    @Test
    default void a_batch_moves_its_view_alone() {
        documents().apply(SHELVES, 0, 12, List.of(book("dune", 12)));

        assertThat(documents().position(SHELVES)).isEqualTo(12);
        assertThat(documents().position(TILLS)).isZero();
    }

    @Test
    default void an_empty_batch_moves_its_view() {
        documents().apply(SHELVES, 0, 3, List.of());
        documents().apply(SHELVES, 3, 3, List.of());

        assertThat(documents().position(SHELVES)).isEqualTo(3);
        assertThat(documents().count(SHELVES)).isZero();
    }

    @Test
    default void a_batch_from_elsewhere_is_refused_and_changes_nothing() {
        documents().apply(SHELVES, 0, 5, List.of(book("dune", 5)));

        for (long elsewhere : new long[] {0, 4, 6}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> documents().apply(SHELVES, elsewhere, 9, List.of(book("emma", 9))));
            assertThatIllegalStateException().isThrownBy(() -> documents().apply(SHELVES, elsewhere, 9, List.of()));
        }

        assertThat(documents().position(SHELVES)).isEqualTo(5);
        assertThat(ids(documents().range(BOOKS, EVERYTHING))).containsExactly("dune");
    }

    @Test
    default void changes_apply_in_their_order() {
        List<Change> changes = List.of(
                book("dune", 1),
                new Change.Remove(BOOKS, "dune"),
                book("emma", 2),
                book("emma", 3),
                new Change.Put(BOOKS, "emma", 3, body("last")),
                book("odes", 4),
                new Change.Remove(BOOKS, "odes"),
                book("odes", 5));

        documents().apply(SHELVES, 0, 5, changes);

        assertThat(ids(documents().range(BOOKS, EVERYTHING))).containsExactly("emma", "odes");
        assertThat(documents().get(BOOKS, "emma").orElseThrow().body()).isEqualTo(body("last"));
        assertThat(documents().get(BOOKS, "odes").orElseThrow().position()).isEqualTo(5);
    }

    @Test
    default void replaces_and_removes_what_was_there() {
        documents().apply(SHELVES, 0, 3, List.of(book("dune", 1), book("emma", 2), book("odes", 3)));

        documents()
                .apply(
                        SHELVES,
                        3,
                        6,
                        List.of(book("emma", 4), new Change.Remove(BOOKS, "odes"), new Change.Remove(BOOKS, "none")));

        assertThat(ids(documents().range(BOOKS, EVERYTHING))).containsExactly("dune", "emma");
        assertThat(documents().get(BOOKS, "emma").orElseThrow().body()).isEqualTo(body("emma@4"));
    }

    @Test
    default void a_batch_may_hold_thousands() {
        documents().apply(SHELVES, 0, 1, books(5_000, 1));
        assertThat(documents().count(SHELVES)).isEqualTo(5_000);

        List<Change> removals = IntStream.range(0, 5_000)
                .<Change>mapToObj(i -> new Change.Remove(BOOKS, "book/%06d".formatted(i)))
                .toList();
        documents().apply(SHELVES, 1, 2, removals);
        assertThat(documents().count(SHELVES)).isZero();
    }

    @Test
    default void a_document_never_goes_back() {
        documents().apply(SHELVES, 0, 9, List.of(book("dune", 9)));

        documents().apply(SHELVES, 9, 10, List.of(book("dune", 4)));

        assertThat(documents().get(BOOKS, "dune").orElseThrow().body()).isEqualTo(body("dune@9"));
    }

    @Test
    default void a_removal_leaves_what_is_ahead_of_it() {
        documents().apply(SHELVES, 0, 1, List.of(book("dune", 9), book("emma", 2)));

        documents().apply(SHELVES, 1, 2, List.of(new Change.Remove(BOOKS, "dune"), new Change.Remove(BOOKS, "emma")));

        assertThat(ids(documents().range(BOOKS, EVERYTHING))).containsExactly("dune");
    }

    @Test
    default void the_same_changes_again_change_nothing() {
        documents().apply(SHELVES, 0, 2, List.of(book("odes", 1), book("dune", 2)));
        List<Change> changes = new ArrayList<>(books(250, 7));
        changes.add(new Change.Remove(BOOKS, "odes"));
        documents().apply(SHELVES, 2, 7, changes);
        Map<String, String> once = everything();

        documents().apply(SHELVES, 7, 8, changes);
        documents().apply(SHELVES, 8, 9, changes.subList(0, 130));
        documents().apply(SHELVES, 9, 10, changes.subList(130, changes.size()));

        assertThat(everything()).isEqualTo(once);
    }

    @Test
    default void what_has_not_been_applied_passes_what_has() {
        documents().apply(SHELVES, 0, 5, List.of(book("book/000003", 5), book("book/000007", 5)));

        documents().apply(SHELVES, 5, 6, books(10, 4));

        assertThat(documents().count(SHELVES)).isEqualTo(10);
        assertThat(documents().get(BOOKS, "book/000007").orElseThrow().position())
                .isEqualTo(5);
        assertThat(documents().get(BOOKS, "book/000008").orElseThrow().position())
                .isEqualTo(4);
    }

    @Test
    default void readers_beside_a_writer_see_no_document_go_back() throws Exception {
        CompletableFuture<Void> writing = CompletableFuture.runAsync(this::writeBatches);
        long seen = 0;
        while (!writing.isDone()) {
            long now = documents()
                    .get(BOOKS, "book/000000")
                    .map(Document::position)
                    .orElse(0L);
            assertThat(now).isGreaterThanOrEqualTo(seen);
            seen = now;
        }
        writing.get(1, TimeUnit.MINUTES);
        assertThat(documents().position(SHELVES)).isEqualTo(100);
    }

    @Test
    default void readers_beside_a_writer_see_a_batch_whole_or_not() throws Exception {
        CompletableFuture<Void> writing = CompletableFuture.runAsync(this::writeBatches);
        List<String> asked = List.of("book/000000", "book/000010", "book/000019", "unknown");
        while (!writing.isDone()) {
            assertThat(positions(documents().range(BOOKS, EVERYTHING))).hasSizeLessThan(2);
            assertThat(positions(documents().get(BOOKS, asked).values())).hasSizeLessThan(2);
        }
        writing.get(1, TimeUnit.MINUTES);
    }

    private void writeBatches() {
        for (int position = 0; position < 100; position++) {
            documents().apply(SHELVES, position, position + 1, books(20, position + 1));
        }
    }

    private static Set<Long> positions(Collection<Document> documents) {
        return documents.stream().map(Document::position).collect(Collectors.toSet());
    }

    private Map<String, String> everything() {
        return documents().range(BOOKS, EVERYTHING).stream()
                .collect(Collectors.toMap(
                        Document::id, document -> document.position() + new String(document.body(), UTF_8)));
    }
}
