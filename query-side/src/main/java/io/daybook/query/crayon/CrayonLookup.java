package io.daybook.query.crayon;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.IterationId;
import io.daybook.query.iteration.SeriesView;
import io.daybook.query.view.ReadGate;
import io.daybook.query.view.ViewPositions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryExecutionException;
import org.bson.RawBsonDocument;

/** Finds what a name leads to. Names and series are two views, each of which may be ahead of the other. */
final class CrayonLookup {

    private static final int TRIES = 8;

    private final Documents documents;
    private final ViewPositions positions;
    private final LongSupplier head;
    private final Duration wait;

    /** @param head a position that no view is beyond, not even with what it is at work on */
    CrayonLookup(Documents documents, ViewPositions positions, LongSupplier head, Duration wait) {
        this.documents = documents;
        this.positions = positions;
        this.head = head;
        this.wait = wait;
    }

    CrayonDocument find(CrayonName name) {
        return documents
                .get(CrayonCollections.NAME, CrayonCollections.name(name.value()))
                .map(document -> CrayonDocument.in(new RawBsonDocument(document.body())))
                .orElseThrow(() -> CrayonRefusals.unknownExperiment(name.value()));
    }

    /**
     * What {@code read} finds in the experiment's iteration. When it finds nothing, the experiment may have been deleted
     * or replaced while it was read: then the name, caught up with whatever the series are at work on, says so.
     */
    <T> T read(CrayonName name, Function<IterationId, Optional<T>> read, Supplier<QueryExecutionException> missing)
            throws InterruptedException {
        CrayonDocument found = find(name);
        for (int i = 0; i < TRIES; i++) {
            // A restored experiment is listed when all its points are logged: they must be in the series, too.
            await(SeriesView.VIEW.name(), found.listed());
            Optional<T> answer = read.apply(new IterationId(found.iteration()));
            if (answer.isPresent()) return answer.get();
            await(CrayonCollections.VIEW.name(), head.getAsLong());
            CrayonDocument again = find(name);
            if (again.iteration() == found.iteration()) break;
            found = again;
        }
        throw missing.get();
    }

    private void await(String view, long position) throws InterruptedException {
        if (!positions.await(view, position, wait)) throw ReadGate.behind(view, position, positions.of(view));
    }
}
