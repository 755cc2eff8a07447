package io.daybook.query.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.query.LogStub;
import io.daybook.query.documents.MemoryDocuments;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GenerationsTest {

    private static final View SHELF = new View("shelf", 1, Set.of("book"));
    private static final View TILL = new View("till", 1, Set.of("receipt"));
    private static final View LATER = new View("shelf", 2, Set.of("book", "author"));

    private final MemoryDocuments stored = new MemoryDocuments();

    @Test
    void the_first_generation_has_the_views_own_names() {
        fill(started(SHELF).live(), SHELF, "first");

        assertThat(stored.get("book", "1").orElseThrow().body()).isEqualTo(body("first"));
        assertThat(stored.position(SHELF)).isEqualTo(20);
    }

    @Test
    @Tag("ops-5.rebuild.switched")
    void after_a_switch_what_was_filled_beside_answers_here_and_after_a_restart() {
        Generations generations = started(SHELF);
        fill(generations.live(), SHELF, "first");
        Generation next = filled(generations, "second");
        assertThat(generations.live().get("book", "1").orElseThrow().body()).isEqualTo(body("first"));

        generations.switchTo(next);

        assertThat(generations.live().get("book", "1").orElseThrow().body()).isEqualTo(body("second"));
        assertThat(started(SHELF).live().get("book", "1").orElseThrow().body()).isEqualTo(body("second"));
        assertThat(started(SHELF).live().position(SHELF)).isEqualTo(20);
    }

    @Test
    void what_was_live_before_can_be_switched_to_again() {
        Generations generations = started(SHELF);
        fill(generations.live(), SHELF, "first");
        generations.switchTo(filled(generations, "second"));

        Generations again = started(SHELF);
        again.switchTo(again.previous(SHELF).orElseThrow());

        assertThat(again.live().get("book", "1").orElseThrow().body()).isEqualTo(body("first"));
        assertThat(again.previous(SHELF).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void only_what_neither_answers_nor_did_before_is_left_over() {
        Generations generations = started(SHELF);
        generations.switchTo(filled(generations, "second"));
        filled(generations, "third");
        assertThat(stored.stored()).contains("shelf", "shelf.2", "shelf.3");

        started(SHELF).dropLeftovers();

        assertThat(stored.stored()).containsExactlyInAnyOrder("generations", "shelf", "shelf.2", "till");
        assertThat(stored.get("book.3", "1")).isEmpty();
    }

    @Test
    void views_of_another_log_begin_again_with_their_first_generation() {
        Generations generations = started(SHELF);
        generations.switchTo(filled(generations, "second"));

        LogStub another = new LogStub("another beginning", () -> 30);
        Generations after = new Generations(stored, another, List.of(SHELF, TILL));
        new Views(after.live(), another, List.of(SHELF, TILL)).open();
        after.dropLeftovers();

        assertThat(after.live().position(SHELF)).isZero();
        assertThat(after.previous(SHELF)).isEmpty();
        assertThat(stored.stored()).containsExactlyInAnyOrder("generations", "shelf", "till");
    }

    @Test
    void documents_of_earlier_code_answer_until_they_are_rebuilt() {
        fill(started(SHELF).live(), SHELF, "first");

        Generations generations = started(LATER);

        assertThat(generations.isOutdated(LATER)).isTrue();
        assertThat(generations.live().get("book", "1").orElseThrow().body()).isEqualTo(body("first"));
        generations.live().apply(LATER, 20, 21, List.of(new Change.Put("author", "1", 21, body("new"))));
        assertThat(started(LATER).live().position(LATER)).isEqualTo(21);

        Generation next = generations.next(LATER);
        Documents beside = generations.of(next);
        beside.open(LATER, "log first event");
        generations.switchTo(next);
        assertThat(started(LATER).isOutdated(LATER)).isFalse();
    }

    @Test
    void documents_of_earlier_code_go_with_what_later_code_added() {
        fill(started(SHELF).live(), SHELF, "first");
        Generations generations = started(LATER);
        Generation old = new Generation(SHELF, 1);
        generations.live().apply(LATER, 20, 21, List.of(new Change.Put("author", "1", 21, body("new"))));

        generations.drop(old);

        assertThat(stored.get("author", "1")).isEmpty();
        assertThat(stored.get("book", "1")).isEmpty();
    }

    @Test
    void an_empty_view_of_earlier_code_is_simply_filled_by_the_present_one() {
        started(SHELF);

        assertThat(started(LATER).isOutdated(LATER)).isFalse();
    }

    @Test
    void what_was_live_is_stored_again_when_the_store_has_lost_all() {
        Generations generations = started(SHELF);
        generations.switchTo(filled(generations, "second"));
        for (String name : stored.stored()) stored.drop(new View(name, 1, Set.of("view_generation")));

        views(generations, SHELF).open();
        fill(generations.live(), SHELF, "again");

        assertThat(stored.stored()).containsExactlyInAnyOrder("generations", "shelf.2", "till");
        assertThat(started(SHELF).live().get("book", "1").orElseThrow().body()).isEqualTo(body("again"));
    }

    private Generations started(View shelf) {
        LogStub log = new LogStub(() -> 30);
        Generations generations = new Generations(stored, log, List.of(shelf, TILL));
        views(generations, shelf).open();
        return generations;
    }

    private static Views views(Generations generations, View shelf) {
        return new Views(generations.live(), new LogStub(() -> 30), List.of(shelf, TILL));
    }

    private static Generation filled(Generations generations, String text) {
        Generation next = generations.next(SHELF);
        Documents beside = generations.of(next);
        beside.open(SHELF, "log first event");
        fill(beside, SHELF, text);
        return next;
    }

    private static void fill(Documents documents, View view, String text) {
        documents.apply(view, 0, 20, List.of(new Change.Put("book", "1", 20, body(text))));
    }

    private static byte[] body(String text) {
        return text.getBytes(UTF_8);
    }
}
