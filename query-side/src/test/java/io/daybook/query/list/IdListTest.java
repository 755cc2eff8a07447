package io.daybook.query.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.api.page.Slice;
import io.daybook.query.CountingDocuments;
import io.daybook.query.InterruptedDocuments;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.view.ViewFeed;
import io.daybook.query.view.ViewWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;

class IdListTest {

    private static final ListCollections LISTS = ListCollections.of("test");
    private static final View VIEW = new View("test", 1, Set.of(LISTS.block(), LISTS.directory()));

    record Added(long parent, long id) {}

    record Removed(long parent, long id) {}

    record Cleared(long parent) {}

    static final class Lists {

        private final IdListWriter lists;

        Lists(ViewWriter writer) {
            this.lists = new IdListWriter(writer, LISTS);
        }

        @EventHandler
        void on(Added event) {
            lists.add(list(event.parent()), event.id());
        }

        @EventHandler
        void on(Removed event) {
            lists.remove(list(event.parent()), event.id());
        }

        @EventHandler
        void on(Cleared event) {
            lists.clear(list(event.parent()));
        }
    }

    @Property(tries = 40)
    void pages_are_those_of_a_sorted_set(@ForAll long seed) {
        Random random = new Random(seed);
        Map<Long, TreeSet<Long>> model = new TreeMap<>();
        List<Object> events = history(random, model);
        MemoryDocuments documents = new MemoryDocuments();
        feed(new InterruptedDocuments(documents, random), events, random);

        IdListReader reader = new IdListReader(documents, LISTS);
        for (long parent = 1; parent <= 3; parent++) {
            List<Long> expected = new ArrayList<>(model.getOrDefault(parent, new TreeSet<>()));
            assertThat(reader.all(list(parent))).containsExactly(longs(expected));
            for (int i = 0; i < 20; i++) {
                Slice slice = new Slice(random.nextInt(expected.size() + 20), random.nextInt(200));
                int from = (int) Math.min(slice.offset(), expected.size());
                IdPage page = reader.page(list(parent), slice);
                assertThat(page.total()).isEqualTo(expected.size());
                assertThat(page.ids())
                        .containsExactly(
                                longs(expected.subList(from, Math.min(expected.size(), from + slice.limit()))));
            }
        }
    }

    @Property(tries = 40)
    void interruptions_leave_no_trace(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> events = history(random, new TreeMap<>());
        ViewFeed smooth = new ViewFeed(new MemoryDocuments(), VIEW, Lists::new);
        smooth.feed(events, 1_000);

        assertThat(feed(new InterruptedDocuments(new MemoryDocuments(), random), events, random)
                        .content())
                .isEqualTo(smooth.content());
        smooth.feed(events, 3);
        assertThat(smooth.content())
                .isEqualTo(feed(new MemoryDocuments(), events, random).content());
    }

    @Test
    void a_page_reads_a_directory_and_two_blocks_at_any_offset() {
        CountingDocuments documents = new CountingDocuments(new MemoryDocuments());
        ViewFeed feed = new ViewFeed(documents, VIEW, Lists::new);
        feed.feed(
                LongStream.range(500, 100_500).mapToObj(id -> new Added(1, id)).toList(), 10_000);
        IdListReader reader = new IdListReader(documents, LISTS);

        for (long offset : new long[] {0, 400, 55_555, 99_800, Long.MAX_VALUE}) {
            documents.forget();
            IdPage page = reader.page(list(1), new Slice(offset, 200));
            assertThat(page.total()).isEqualTo(100_000);
            assertThat(page.ids()).hasSize(offset < 100_000 ? 200 : 0);
            if (offset < 100_000) assertThat(page.ids()[0]).isEqualTo(500 + offset);
            assertThat(documents.read()).isLessThanOrEqualTo(3);
        }
    }

    /** Ids are never used twice, and come near each other and far apart. */
    private static List<Object> history(Random random, Map<Long, TreeSet<Long>> model) {
        List<Object> events = new ArrayList<>();
        long next = 1 + random.nextInt(5_000);
        for (int i = 0; i < 400; i++) {
            long parent = 1 + random.nextInt(3);
            TreeSet<Long> listed = model.computeIfAbsent(parent, none -> new TreeSet<>());
            int dice = random.nextInt(100);
            if (dice < 60 || listed.isEmpty()) {
                next += dice < 2 ? 2_000_000 : 1 + random.nextInt(dice < 20 ? 900 : 3);
                listed.add(next);
                events.add(new Added(parent, next));
            } else if (dice < 98) {
                long id = List.copyOf(listed).get(random.nextInt(listed.size()));
                listed.remove(id);
                events.add(new Removed(parent, id));
            } else {
                listed.clear();
                events.add(new Cleared(parent));
            }
        }
        return events;
    }

    private static ViewFeed feed(Documents documents, List<Object> events, Random random) {
        ViewFeed feed = new ViewFeed(documents, VIEW, Lists::new);
        feed.feedRoughly(events, random);
        return feed;
    }

    private static IdList list(long parent) {
        return IdList.of("things", parent);
    }

    private static long[] longs(List<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
