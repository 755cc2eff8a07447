package io.daybook.testkit.documents;

import static io.daybook.testkit.documents.Samples.BOOKS;
import static io.daybook.testkit.documents.Samples.EVERYTHING;
import static io.daybook.testkit.documents.Samples.SHELVES;
import static io.daybook.testkit.documents.Samples.STRANGE_IDS;
import static io.daybook.testkit.documents.Samples.body;
import static io.daybook.testkit.documents.Samples.book;
import static io.daybook.testkit.documents.Samples.books;
import static io.daybook.testkit.documents.Samples.ids;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/** Look-ups and ranges. */
interface ReadingContract {

    Documents documents();

    @Test
    default void finds_a_document_by_its_id() {
        documents().apply(SHELVES, 0, 7, List.of(book("dune", 5), book("emma", 7)));

        Document found = documents().get(BOOKS, "dune").orElseThrow();

        assertThat(found.id()).isEqualTo("dune");
        assertThat(found.position()).isEqualTo(5);
        assertThat(found.body()).isEqualTo(body("dune@5"));
    }

    @Test
    default void finds_nothing_where_nothing_is() {
        documents().apply(SHELVES, 0, 1, List.of(book("dune", 1)));

        assertThat(documents().get(BOOKS, "dun")).isEmpty();
        assertThat(documents().get("authors", "dune")).isEmpty();
        assertThat(documents().get("nowhere", "dune")).isEmpty();
        assertThat(documents().range("nowhere", EVERYTHING)).isEmpty();
        assertThat(documents().get(BOOKS, List.of())).isEmpty();
    }

    @Test
    default void finds_those_of_many_that_exist() {
        documents().apply(SHELVES, 0, 3, List.of(book("dune", 1), book("emma", 2), book("odes", 3)));

        Map<String, Document> found = documents().get(BOOKS, List.of("emma", "none", "dune", "emma"));

        assertThat(found).containsOnlyKeys("emma", "dune");
        assertThat(found.get("emma")).extracting(Document::position).isEqualTo(2L);
    }

    @Test
    default void finds_thousands_at_once() {
        documents().apply(SHELVES, 0, 1, books(2_500, 1));
        List<String> asked =
                IntStream.range(0, 3_000).mapToObj("book/%06d"::formatted).toList();

        assertThat(documents().get(BOOKS, asked)).hasSize(2_500);
    }

    @Test
    default void a_range_holds_its_beginning_but_not_its_end() {
        documents()
                .apply(
                        SHELVES,
                        0,
                        1,
                        Stream.of("c", "a", "d", "b")
                                .<Change>map(id -> book(id, 1))
                                .toList());

        assertThat(ids(documents().range(BOOKS, new Range("b", "d", 10, false))))
                .containsExactly("b", "c");
        assertThat(ids(documents().range(BOOKS, new Range("b", "d", 10, true)))).containsExactly("c", "b");
        assertThat(ids(documents().range(BOOKS, new Range("bb", "z", 10, false))))
                .containsExactly("c", "d");
        assertThat(documents().range(BOOKS, new Range("d", "b", 10, false))).isEmpty();
        assertThat(documents().range(BOOKS, new Range("b", "b", 10, false))).isEmpty();
    }

    @Test
    default void a_limit_cuts_the_far_end() {
        documents().apply(SHELVES, 0, 1, books(50, 1));

        assertThat(ids(documents().range(BOOKS, new Range("book/000010", "book/000040", 2, false))))
                .containsExactly("book/000010", "book/000011");
        assertThat(ids(documents().range(BOOKS, new Range("book/000010", "book/000040", 2, true))))
                .containsExactly("book/000039", "book/000038");
    }

    @Test
    default void a_prefix_finds_what_is_under_it_alone() {
        List<String> ids = List.of("x/1", "x/1/a", "x/1/\uD83D\uDE00", "x/1.", "x/10/a", "x/1/\uFFFF", "x/2/a");
        documents()
                .apply(
                        SHELVES,
                        0,
                        1,
                        ids.stream().<Change>map(id -> book(id, 1)).toList());

        assertThat(ids(documents().range(BOOKS, Range.under("x/1/", 10))))
                .containsExactlyInAnyOrder("x/1/a", "x/1/\uFFFF", "x/1/\uD83D\uDE00");
    }

    @Test
    default void any_id_comes_back_as_it_was() {
        documents()
                .apply(
                        SHELVES,
                        0,
                        1,
                        STRANGE_IDS.stream().<Change>map(id -> book(id, 1)).toList());

        for (String id : STRANGE_IDS) {
            assertThat(documents().get(BOOKS, id).orElseThrow().id()).isEqualTo(id);
        }
        assertThat(documents().get(BOOKS, STRANGE_IDS).keySet()).containsExactlyInAnyOrderElementsOf(STRANGE_IDS);
    }

    @Test
    default void ids_are_in_the_order_of_their_utf8_bytes() {
        List<String> low = STRANGE_IDS.stream()
                .filter(id -> id.chars().allMatch(unit -> unit < Character.MIN_SURROGATE))
                .toList();
        documents()
                .apply(
                        SHELVES,
                        0,
                        1,
                        low.stream().<Change>map(id -> book(id, 1)).toList());

        List<String> ordered = ids(documents().range(BOOKS, EVERYTHING));

        assertThat(ordered)
                .hasSameSizeAs(low)
                .isSortedAccordingTo(
                        (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8)));
        assertThat(ids(documents().range(BOOKS, new Range("", EVERYTHING.to(), 100, true))))
                .isEqualTo(ordered.reversed());
    }

    @Test
    default void characters_beyond_the_basic_plane_come_last() {
        List<String> ids = List.of("a\uD83D\uDE00", "a\uFFFF", "a\uD800\uDC00", "a\uE000", "a\uDBFF\uDFFE");
        documents()
                .apply(
                        SHELVES,
                        0,
                        1,
                        ids.stream().<Change>map(id -> book(id, 1)).toList());

        assertThat(ids(documents().range(BOOKS, EVERYTHING)))
                .containsExactly("a\uE000", "a\uFFFF", "a\uD800\uDC00", "a\uD83D\uDE00", "a\uDBFF\uDFFE");
        assertThat(ids(documents().range(BOOKS, new Range("a\uFFFF", "a\uD83D\uDE00", 9, false))))
                .containsExactly("a\uFFFF", "a\uD800\uDC00");
    }

    @Test
    default void an_id_with_half_a_character_is_nobodys() {
        documents().apply(SHELVES, 0, 1, List.of(book("a?", 1), book("a\uFFFD", 1)));

        assertThatIllegalArgumentException().isThrownBy(() -> book("a\uD83D", 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Change.Remove(BOOKS, "\uDE00\uD83D"));
        assertThat(documents().get(BOOKS, "a\uD83D")).isEmpty();
        assertThat(documents().get(BOOKS, List.of("a\uD83D", "a?"))).containsOnlyKeys("a?");
        assertThat(documents().range(BOOKS, Range.under("a\uD83D/", 10))).isEmpty();
    }

    @Test
    default void a_body_comes_back_byte_for_byte() {
        byte[] body = body(new BsonDocument("text", new BsonString("\uD83D\uDE00\0'\""))
                .append("int", new BsonInt32(-1))
                .append("long", new BsonInt64(1L << 52))
                .append("numbers", new BsonArray(List.of(new BsonDouble(0.1), new BsonDouble(Double.NaN))))
                .append("yes", BsonBoolean.TRUE)
                .append("nothing", BsonNull.VALUE)
                .append("bytes", new BsonBinary(new byte[] {0, 1, -1, 127, -128}))
                .append("empty", new BsonDocument())
                .append("a", new BsonDocument("z", new BsonString("")).append("b", new BsonArray())));
        documents().apply(SHELVES, 0, 1, List.of(new Change.Put(BOOKS, "dune", 1, body)));

        assertThat(documents().get(BOOKS, "dune").orElseThrow().body()).isEqualTo(body);
        assertThat(documents().range(BOOKS, EVERYTHING).getFirst().body()).isEqualTo(body);
    }

    @Test
    default void bodies_may_be_large() {
        byte[] large = body(new BsonDocument("bytes", new BsonBinary(new byte[100_000])));
        List<Change> changes = IntStream.range(0, 40)
                .<Change>mapToObj(i -> new Change.Put(BOOKS, "large/%02d".formatted(i), 1, large))
                .toList();

        documents().apply(SHELVES, 0, 1, changes);

        assertThat(documents().range(BOOKS, Range.under("large/", 100)))
                .hasSize(40)
                .allSatisfy(document -> assertThat(document.body()).isEqualTo(large));
    }
}
