package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.ops.DeadLetter;
import io.daybook.api.ops.Outcome;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.HookedDocuments;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.view.Books.Bought;
import io.daybook.query.view.Books.Retitled;
import io.daybook.query.view.Books.Sold;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private final HookedDocuments documents = new HookedDocuments(new MemoryDocuments());
    private final LiveBooks books = new LiveBooks(documents);

    @AfterEach
    void stop() {
        books.close();
    }

    private DeadLetter only() {
        assertThat(books.letters().all()).hasSize(1);
        return books.letters().all().getFirst();
    }

    private DeadLetter retried(DeadLetter letter) throws InterruptedException {
        return done(books.letters().retry(letter.id()));
    }

    private DeadLetter dropped(DeadLetter letter) throws InterruptedException {
        return done(books.letters().drop(letter.id()));
    }

    private static DeadLetter done(Outcome<DeadLetter> outcome) {
        return ((Outcome.Done<DeadLetter>) outcome).value();
    }

    private static Refusal refused(Outcome<DeadLetter> outcome) {
        return ((Outcome.Declined<DeadLetter>) outcome).details().refusal();
    }

    /** Book 1 waits with all that is told of it from its third event on. */
    private long park() throws InterruptedException {
        books.defects.titles.add("Dune");
        books.publish(1, new Bought(1, 1, "a"), new Retitled(1, "b"));
        long parked = books.publish(1, new Retitled(1, "Dune"));
        books.publish(2, new Bought(2, 1, "Emma"));
        books.publish(1, new Retitled(1, "d"), new Retitled(1, "e"));
        books.publish(2, new Retitled(2, "Emma, again"));
        books.await();
        return parked;
    }

    @Test
    @Tag("ops-5.letters.parked")
    void an_event_that_cannot_be_applied_waits_with_those_that_follow_on_it_and_others_flow_on() throws Exception {
        long parked = park();

        DeadLetter letter = only();
        assertThat(letter)
                .isEqualTo(new DeadLetter(
                        "books-" + parked,
                        "books",
                        "book-1",
                        parked,
                        "Retitled",
                        "IllegalStateException: no shelf mark for Dune",
                        letter.since(),
                        2));
        assertThat(letter.since()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(books.title(2)).hasValue("Emma, again");
        assertThat(books.onShelf(1)).containsExactly(1, 2);
    }

    @Test
    void what_its_projections_did_to_it_is_undone_and_what_came_before_it_stays() throws Exception {
        park();

        assertThat(books.title(1)).hasValue("b");
        assertThat(books.told(1)).isEqualTo(2);
    }

    @Test
    void letters_outlive_a_restart_and_no_event_joins_twice() throws Exception {
        park();
        DeadLetter before = only();

        books.restart();
        books.publish(1, new Retitled(1, "f"));
        books.await();

        assertThat(only().successors()).isEqualTo(3);
        assertThat(only().id()).isEqualTo(before.id());
        assertThat(only().since()).isEqualTo(before.since());
    }

    @Test
    void a_retry_applies_all_in_their_order_once() throws Exception {
        park();
        books.defects.titles.clear();
        DeadLetter letter = only();

        DeadLetter settled = retried(letter);

        assertThat(settled.error()).isNull();
        assertThat(settled.successors()).isZero();
        assertThat(settled.id()).isEqualTo(letter.id());
        assertThat(books.letters().all()).isEmpty();
        assertThat(books.title(1)).hasValue("e");
        assertThat(books.told(1)).isEqualTo(5);
        books.publish(1, new Retitled(1, "f"));
        books.await();
        assertThat(books.title(1)).hasValue("f");
        assertThat(books.told(1)).isEqualTo(6);
    }

    @Test
    void a_list_that_others_have_written_to_meanwhile_takes_what_comes_late() throws Exception {
        books.defects.titles.add("Dune");
        books.publish(1, new Bought(1, 1, "Dune"), new Retitled(1, "b"));
        books.publish(2, new Bought(2, 1, "Emma"));
        books.publish(3, new Bought(3, 1, "Odes"), new Sold(3, 1));
        books.await();
        assertThat(books.onShelf(1)).containsExactly(2);
        books.defects.titles.clear();

        retried(only());

        assertThat(books.onShelf(1)).containsExactly(1, 2);
        assertThat(books.title(1)).hasValue("b");
    }

    @Test
    void a_retry_that_fails_leaves_the_letter_where_it_failed_with_the_new_error() throws Exception {
        books.defects.titles.add("Dune");
        books.publish(1, new Bought(1, 1, "a"), new Retitled(1, "Dune"), new Retitled(1, "b"), new Retitled(1, "c"));
        books.await();
        DeadLetter letter = only();
        assertThat(retried(letter)).isEqualTo(letter);

        books.defects.titles.clear();
        books.defects.titles.add("c");
        DeadLetter left = retried(letter);

        assertThat(left.id()).isEqualTo(letter.id());
        assertThat(left.position()).isEqualTo(letter.position() + 2);
        assertThat(left.error()).isEqualTo("IllegalStateException: no shelf mark for c");
        assertThat(left.successors()).isZero();
        assertThat(only()).isEqualTo(left);
        assertThat(books.title(1)).hasValue("b");
        assertThat(books.told(1)).isEqualTo(3);

        books.defects.titles.clear();
        assertThat(retried(left).error()).isNull();
        assertThat(books.told(1)).isEqualTo(4);
    }

    @Test
    void a_long_wait_is_retried_in_parts() throws Exception {
        books.defects.titles.add("Dune");
        books.publish(1, new Bought(1, 1, "Dune"));
        for (int i = 0; i < 500; i++) books.publish(1, new Retitled(1, "title " + i));
        books.await();
        assertThat(only().successors()).isEqualTo(500);
        books.defects.titles.clear();

        assertThat(retried(only()).error()).isNull();

        assertThat(books.title(1)).hasValue("title 499");
        assertThat(books.told(1)).isEqualTo(501);
        assertThat(books.letters().all()).isEmpty();
    }

    @Test
    void a_dropped_letter_is_forgotten_and_the_thing_goes_on_with_its_next_event() throws Exception {
        park();
        DeadLetter letter = only();

        assertThat(dropped(letter)).isEqualTo(letter);

        assertThat(books.letters().all()).isEmpty();
        assertThat(books.title(1)).hasValue("b");
        books.publish(1, new Retitled(1, "f"));
        books.await();
        assertThat(books.title(1)).hasValue("f");
        assertThat(books.told(1)).isEqualTo(3);
        assertThat(refused(books.letters().drop(letter.id()))).isEqualTo(Refusal.OWNER_NOT_FOUND);
        books.restart();
        books.await();
        assertThat(books.letters().all()).isEmpty();
    }

    @Test
    void nothing_is_called_by_other_names() throws Exception {
        park();

        for (String id : new String[] {"books-99", "shelves-3", "books", "", "books-", "-3", "books-3 "}) {
            assertThat(refused(books.letters().retry(id))).as(id).isEqualTo(Refusal.OWNER_NOT_FOUND);
            assertThat(refused(books.letters().drop(id))).as(id).isEqualTo(Refusal.OWNER_NOT_FOUND);
        }
    }

    @Test
    void a_store_that_is_out_of_reach_parks_nothing_and_everything_is_there_afterwards() throws Exception {
        books.publish(1, new Bought(1, 1, "a"));
        books.await();
        documents.broken(true);
        books.publish(1, new Retitled(1, "b"));
        books.publish(2, new Bought(2, 1, "Emma"));

        assertThat(books.comes(Duration.ofMillis(700))).isFalse();
        assertThat(books.letters().all()).isEmpty();

        documents.broken(false);
        books.await();
        assertThat(books.letters().all()).isEmpty();
        assertThat(books.title(1)).hasValue("b");
        assertThat(books.told(1)).isEqualTo(2);
    }

    @Test
    void a_retry_that_cannot_be_stored_is_refused_and_can_be_asked_again() throws Exception {
        park();
        books.defects.titles.clear();
        documents.broken(true);

        assertThat(refused(books.letters().retry(only().id()))).isEqualTo(Refusal.STORE_UNAVAILABLE);
        assertThat(only().successors()).isEqualTo(2);

        documents.broken(false);
        assertThat(retried(only()).error()).isNull();
        assertThat(books.told(1)).isEqualTo(5);
    }

    @Test
    void what_no_store_could_hold_parks_its_own_event_and_no_other() throws Exception {
        books.publish(1, new Bought(1, 1, "a"), new Retitled(1, Books.UNSTORABLE));
        books.publish(2, new Bought(2, 1, "Emma"));
        books.await();
        books.publish(1, new Retitled(1, "c"));
        books.await();

        assertThat(only().aggregate()).isEqualTo("book-1");
        assertThat(only().successors()).isEqualTo(1);
        assertThat(books.title(1)).hasValue("a");
        assertThat(books.told(1)).isEqualTo(1);
        assertThat(books.title(2)).hasValue("Emma");
    }

    @Test
    void a_view_with_too_many_letters_stands_still_until_some_are_gone() throws Exception {
        books.defects.titles.add("Dune");
        for (long book = 1; book <= Letters.MOST + 1; book++) books.publish(book, new Bought(book, 1, "Dune"));
        assertThat(books.standstill()).contains("stands still until some are retried or dropped");
        assertThat(books.comes(Duration.ofMillis(700))).isFalse();

        dropped(books.letters().all().getFirst());

        books.await();
        assertThat(books.letters().all()).hasSize(Letters.MOST);
    }
}
