package io.daybook.query.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.View;
import io.daybook.api.ops.RebuildReport.Verdict;
import io.daybook.query.documents.MemoryDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** Documents that go on changing while they are compared with others, as of when that began. */
class ComparisonTest {

    private static final View SHELF = new View("shelf", 1, Set.of("a", "b", "c"));
    private static final long MUCH = 1 << 20;

    private MemoryDocuments live = new MemoryDocuments();
    private MemoryDocuments rebuilt = new MemoryDocuments();
    private long position;

    @Property(tries = 200)
    void what_changes_meanwhile_makes_no_difference(@ForAll long seed) {
        Random random = new Random(seed);
        open();
        for (int i = 0; i < 20; i++) both(changes(random, 30));
        BeforeImages images = new BeforeImages(live, MUCH);

        Verdict verdict = compare(images, () -> {
            if (random.nextInt(4) == 0) change(images, changes(random, 20));
        });

        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.equal()).isTrue();
        assertThat(verdict.hashLive()).isEqualTo(verdict.hashRebuilt());
        assertThat(verdict.documents()).isEqualTo(rebuilt.count(SHELF));
    }

    @Property(tries = 100)
    @Tag("ops-5.rebuild.compared")
    void a_difference_is_found_whatever_changes_meanwhile(@ForAll long seed) {
        Random random = new Random(seed);
        open();
        for (int i = 0; i < 20; i++) both(changes(random, 30));
        both(List.of(put("b", 7, "as it was")));
        live.apply(SHELF, position, position, List.of(damage(random)));
        BeforeImages images = new BeforeImages(live, MUCH);

        Verdict verdict = compare(images, () -> change(images, changes(random, 5)));

        assertThat(verdict.differences()).containsExactly("007");
        assertThat(verdict.equal()).isFalse();
        assertThat(verdict.hashLive()).isNotEqualTo(verdict.hashRebuilt());
    }

    private Change damage(Random random) {
        return random.nextBoolean() ? put("b", 7, "damaged") : new Change.Remove("b", "007");
    }

    @Test
    void a_document_that_somebody_added_is_a_difference() {
        open();
        both(List.of(put("a", 1, "one"), put("b", 1, "one")));
        live.apply(SHELF, position, position, List.of(put("c", 5, "added")));

        Verdict verdict = compare(new BeforeImages(live, MUCH), () -> {});

        assertThat(verdict.differences()).containsExactly("005");
        assertThat(verdict.documents()).isEqualTo(2);
    }

    @Test
    @Tag("ops-5.rebuilds.differences")
    void the_first_hundred_differences_are_named() {
        open();
        List<Change> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) many.add(put("a", i, "one"));
        live.apply(SHELF, position, ++position, many);

        assertThat(compare(new BeforeImages(live, MUCH), () -> {}).differences())
                .hasSize(100)
                .startsWith("000")
                .endsWith("099");
    }

    @Test
    void what_changes_too_much_is_not_judged() {
        open();
        both(List.of(put("a", 1, "one"), put("c", 2, "two".repeat(1_000)), put("c", 3, "two".repeat(1_000))));
        BeforeImages images = new BeforeImages(live, 4_000);
        change(images, List.of(put("c", 2, "other"), put("c", 3, "other")));

        assertThat(new Comparison(live, images, rebuilt, new Meanwhile(() -> {})).of(SHELF.collections()))
                .isNull();
    }

    @Test
    void a_view_that_was_lost_meanwhile_is_not_judged() {
        BeforeImages images = new BeforeImages(live, MUCH);
        images.since(9);

        images.begins(9);
        assertThat(images.isLost()).isFalse();
        images.begins(8);
        assertThat(images.isLost()).isTrue();
    }

    /** Tries of a property share this object. */
    private void open() {
        live = new MemoryDocuments();
        rebuilt = new MemoryDocuments();
        position = 0;
        live.open(SHELF, "log");
        rebuilt.open(SHELF, "log");
    }

    private Verdict compare(BeforeImages images, Runnable meanwhile) {
        return new Comparison(live, images, rebuilt, new Meanwhile(meanwhile)).of(SHELF.collections());
    }

    private void both(List<Change> changes) {
        rebuilt.apply(SHELF, position, position + 1, changes);
        live.apply(SHELF, position, ++position, changes);
    }

    /** As the thread that fills the view does. */
    private void change(BeforeImages images, List<Change> changes) {
        images.before(changes);
        live.apply(SHELF, position, ++position, changes);
    }

    private List<Change> changes(Random random, int most) {
        List<Change> changes = new ArrayList<>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            String collection = List.of("a", "b", "c").get(random.nextInt(3));
            // one is left alone, for those who damage it
            int id = 8 + random.nextInt(200);
            if (random.nextInt(3) == 0) changes.add(new Change.Remove(collection, "%03d".formatted(id)));
            else changes.add(put(collection, id, "text " + random.nextInt()));
        }
        return changes;
    }

    private Change.Put put(String collection, int id, String text) {
        return new Change.Put(collection, "%03d".formatted(id), position, text.getBytes(UTF_8));
    }

    private record Meanwhile(Runnable work) implements Course {

        @Override
        public void check() {
            work.run();
        }

        @Override
        public void reached(long position) {
            // of no interest
        }
    }
}
