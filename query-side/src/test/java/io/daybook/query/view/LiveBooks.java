package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.query.documents.Key;
import io.daybook.query.list.IdListReader;
import io.daybook.query.view.Books.Defects;
import io.daybook.query.view.ViewProcessors.Batches;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.RawBsonDocument;

/** The view of books, following a log in memory by a processor of its own. It can be stopped and started again. */
final class LiveBooks implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Defects defects = new Defects();
    final EngineLog log;
    private final Documents documents;
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine(1);
    private final Jackson3Serializer serializer = Jackson3Serializer.builder().build();
    private final Map<Long, Long> sequences = new HashMap<>();
    private ViewPositions positions = new ViewPositions();
    private ViewProcessors processors;
    private Configuration axon;

    LiveBooks(Documents documents) {
        this.documents = documents;
        this.log = new EngineLog(engine, serializer);
        // a view belongs to a log's first event, which none of them knows
        engine.appendEvents(new GenericDomainEventMessage<>("shop", "shop-1", 0, new Opened()));
        this.processors = processors();
        this.axon = started();
    }

    record Opened() {}

    private ViewProcessors processors() {
        positions = new ViewPositions();
        return new ViewProcessors(documents, new Views(documents, log, List.of(Books.VIEW)), positions, PATIENCE);
    }

    private Configuration started() {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventSerializer(configuration -> serializer)
                .configureEmbeddedEventStore(configuration -> engine);
        processors.register(
                configurer.eventProcessing(), Books.projected(defects), new Batches(1_000, 1_000, event -> 1));
        return configurer.start();
    }

    void restart() {
        axon.shutdown();
        processors = processors();
        axon = started();
    }

    /** Returns the position of the last one. */
    long publish(long book, Object... events) {
        for (Object event : events) {
            long sequence = sequences.merge(book, 1L, Long::sum) - 1;
            axon.eventStore()
                    .publish(new GenericDomainEventMessage<>(
                            "book", "book-" + book, sequence, event, Map.of("project", "1")));
        }
        return log.head();
    }

    DeadLetterDesk letters() {
        return processors.deadLetters();
    }

    /** As a read does. */
    void await() throws InterruptedException {
        assertThat(positions.await("books", log.head(), PATIENCE))
                .as("came in time")
                .isTrue();
    }

    /** Why the view stands still, once it does. */
    String standstill() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> why = Optional.empty();
        while (why.isEmpty()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            why = ViewWatch.stopped(axon.eventProcessingConfiguration(), "books");
        }
        return why.get();
    }

    boolean comes(Duration wait) throws InterruptedException {
        return positions.await("books", log.head(), wait);
    }

    Optional<String> title(long book) {
        return find(Books.BOOK, book).map(found -> found.getString("title").getValue());
    }

    long told(long book) {
        return find(Books.TOLD, book)
                .map(found -> found.getInt64("events").getValue())
                .orElse(0L);
    }

    long[] onShelf(long shelf) {
        return new IdListReader(documents, Books.LISTS).all(Books.shelf(shelf));
    }

    private Optional<RawBsonDocument> find(String collection, long book) {
        return documents.get(collection, Key.of(book)).map(Document::body).map(RawBsonDocument::new);
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
