package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Documents;
import io.daybook.query.InterruptedDocuments;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.view.Books.Bought;
import io.daybook.query.view.Books.Defects;
import io.daybook.query.view.Books.Retitled;
import io.daybook.query.view.Books.Sold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** What was parked and is applied late leads to what there would be had it come in time: byte for byte. */
class LateEventsTest {

    private static final int BOOKS = 12;

    private final Jackson3Serializer serializer = Jackson3Serializer.builder().build();

    @Property(tries = 60)
    void late_is_as_in_time(@ForAll long seed) throws Exception {
        compare(new Random(seed), documents -> documents);
    }

    /** In an engine without transactions. */
    @Property(tries = 60)
    void interruptions_change_nothing(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        compare(random, documents -> new InterruptedDocuments(documents, random));
    }

    private interface Store {
        Documents over(MemoryDocuments documents);
    }

    private void compare(Random random, Store store) throws Exception {
        InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine(1);
        List<DomainEventMessage<?>> events = history(random);
        engine.appendEvents(events);
        EngineLog log = new EngineLog(engine, serializer);

        Filling inTime = new Filling(new MemoryDocuments(), log);
        inTime.feed(events, random);
        assertThat(inTime.cursor.letters().isEmpty()).isTrue();

        Filling late = new Filling(store.over(new MemoryDocuments()), log);
        late.defects.titles.addAll(List.of("a", "b"));
        late.feed(events, random);
        late.defects.titles.clear();
        late.retryAll();

        assertThat(late.content()).containsExactlyInAnyOrderEntriesOf(inTime.content());
    }

    /** Several books on the same shelves, most of which are sold in the end. */
    private static List<DomainEventMessage<?>> history(Random random) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        Map<Long, Long> sequences = new HashMap<>();
        for (int i = 0; i < 80; i++) {
            long book = 1 + random.nextInt(BOOKS);
            long sequence = sequences.merge(book, 1L, Long::sum) - 1;
            long shelf = book % 2;
            String title = String.valueOf((char) ('a' + random.nextInt(20)));
            Object event = sequence == 0
                    ? new Bought(book, shelf, title)
                    : sequence == 8 ? new Sold(book, shelf) : new Retitled(book, title);
            if (sequence <= 8) events.add(new GenericDomainEventMessage<>("book", "book-" + book, sequence, event));
        }
        return events;
    }

    /** The view, filled and retried as its thread would do it, until it is not interrupted any more. */
    private final class Filling {

        final Defects defects = new Defects();
        final ViewCursor cursor;
        private final Documents documents;
        private final Parking parking;
        private final AdaptedProjections projections;
        private final Retry retry;

        Filling(Documents documents, EngineLog log) {
            this.documents = documents;
            Views views = new Views(documents, log, List.of(Books.VIEW));
            this.cursor = ViewCursor.silent(documents, Books.VIEW, views, new ViewPositions());
            this.parking = new Parking(cursor);
            this.projections = AdaptedProjections.of(
                    Books.projected(defects).projections().apply(new ViewWriter(documents, cursor)));
            this.retry = new Retry(documents, cursor, log, () -> serializer, projections);
        }

        void feed(List<DomainEventMessage<?>> events, Random random) throws Exception {
            int next = 0;
            while (next < events.size()) {
                int from = next;
                int end = Math.min(events.size(), next + 1 + random.nextInt(15));
                List<TrackedEventMessage<?>> batch = new ArrayList<>();
                for (int i = from; i < end; i++) batch.add(ViewReplay.at(i + 1, events.get(i)));
                if (survives(() -> run(batch, end))) next = end;
            }
        }

        private boolean run(List<TrackedEventMessage<?>> batch, long last) {
            cursor.fetch();
            new BatchRun(batch)
                    .run(
                            cursor,
                            new ViewBatch(documents, cursor),
                            event -> parking.handle(event, projections),
                            changed -> cursor.complete(last, changed.changes()));
            return true;
        }

        void retryAll() throws Exception {
            while (!cursor.letters().isEmpty()) {
                survives(() -> retry.some(cursor.letters().all().getLast()) != null);
            }
        }

        private boolean survives(Callable<Boolean> work) throws Exception {
            try {
                return work.call();
            } catch (BatchFailure interrupted) {
                assertThat(interrupted.getCause()).hasMessage("interrupted");
                return false;
            }
        }

        Map<String, String> content() {
            Map<String, String> content = new ViewFeed(documents, Books.VIEW, writer -> new Object()).content();
            // positions are bookkeeping: of a list that was empty meanwhile they may be lower
            content.replaceAll((id, told) -> told.substring(told.indexOf(' ')));
            return content;
        }
    }
}
