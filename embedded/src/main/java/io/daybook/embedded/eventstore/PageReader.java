package io.daybook.embedded.eventstore;

import io.daybook.embedded.log.Row;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Reads the log page by page, and when there is more, the next one while the last is being used. */
final class PageReader {

    private final SqliteEventStorageEngine engine;
    private final SqliteLog log;
    private final Consumer<? super TrackedEventMessage<?>> prepare;
    private @Nullable Ahead ahead;

    /** @param prepare is given what was read ahead */
    PageReader(SqliteEventStorageEngine engine, Consumer<? super TrackedEventMessage<?>> prepare) {
        this.engine = engine;
        this.log = engine.log();
        this.prepare = prepare;
    }

    /** @param end the position of its last event, which upcasters may have dropped */
    record Page(List<TrackedEventMessage<?>> events, long end) {}

    private record Ahead(long after, CompletableFuture<Page> page) {}

    /** What follows a position that is not the head. */
    Page after(long position) throws InterruptedException {
        Ahead begun = ahead;
        ahead = null;
        Page page = begun != null && begun.after() == position ? await(begun.page()) : read(position);
        if (page.end() < log.head()) ahead = new Ahead(page.end(), readAhead(page.end()));
        return page;
    }

    private CompletableFuture<Page> readAhead(long position) {
        return CompletableFuture.supplyAsync(() -> {
            Page page = read(position);
            page.events().forEach(prepare);
            return page;
        });
    }

    private Page read(long position) {
        List<Row> rows = log.page(position);
        if (rows.isEmpty()) throw new StoreUnavailable("no event is at position " + (position + 1), null);
        return new Page(engine.messages(rows), rows.getLast().place().position());
    }

    /** The reading itself has no other deadline than one without waiting. */
    private static Page await(CompletableFuture<Page> page) throws InterruptedException {
        try {
            return page.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(failed.getCause());
        }
    }
}
