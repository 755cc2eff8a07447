package io.daybook.query.view;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import io.daybook.api.log.EventLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which generation of each view is live, and which was before it. It is kept where the views are, and lost with them. */
public final class Generations {

    private static final Logger logger = LoggerFactory.getLogger(Generations.class);
    private static final String COLLECTION = "view_generation";
    private static final View SELF = new View("generations", 1, Set.of(COLLECTION));
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final Documents stored;
    private final EventLog log;
    private final List<View> views;
    private final LiveDocuments live;
    private final Map<String, GenerationRow> rows = new HashMap<>();

    /** @param stored by the names that the store has */
    public Generations(Documents stored, EventLog log, List<View> views) {
        this.stored = stored;
        this.log = log;
        this.views = List.copyOf(views);
        this.live = new LiveDocuments(stored, this, views);
    }

    /** The documents that answers are made from. */
    public Documents live() {
        return live;
    }

    /** The documents of one generation, by the view's own names. */
    public Documents of(Generation generation) {
        return new GenerationDocuments(stored, generation);
    }

    /** A generation of its own for the view, not begun yet. */
    public synchronized Generation next(View view) {
        int highest = live.of(view.name()).number();
        for (String name : stored.stored()) highest = Math.max(highest, Generation.numberIn(name, view.name()));
        return new Generation(view, highest + 1);
    }

    public synchronized Optional<Generation> previous(View view) {
        return Optional.ofNullable(row(view).previous());
    }

    /** Whether the live documents were made by another version of the code than the present one. */
    public boolean isOutdated(View view) {
        return live.of(view.name()).view().version() != view.version();
    }

    /** Puts {@code generation} in the place of the live one, which must stand at the same position. */
    public synchronized void switchTo(Generation generation) {
        View view = generation.view();
        GenerationRow row = new GenerationRow(generation, live.of(view.name()));
        save(view.name(), row);
        rows.put(view.name(), row);
        live.set(generation);
    }

    /** Forgets which are live, before what they hold is thrown away: what is stored of it may be unreadable, too. */
    public synchronized void forget() {
        stored.open(SELF, Views.fingerprint(log) + " forgotten");
        rows.clear();
    }

    public void drop(Generation generation) {
        stored.drop(generation.storedWith(present(generation.view())));
    }

    /** Takes away what neither answers nor can be rolled back to: a rebuild that was killed, say. */
    public void dropLeftovers() {
        for (View view : views) {
            for (String name : stored.stored()) {
                Generation found = new Generation(view, Generation.numberIn(name, view.name()));
                if (found.number() == 0 || isKept(found)) continue;
                logger.info("the view {} is dropped: it was rebuilt, and nothing leads to it", name);
                drop(found);
            }
        }
    }

    private synchronized boolean isKept(Generation generation) {
        return row(generation.view()).isAbout(generation);
    }

    /** Begins with what the store says is live; a generation by earlier code lives on until it is rebuilt. */
    synchronized void open(View view, String fingerprint) {
        stored.open(SELF, Views.fingerprint(log));
        GenerationRow row = rows.get(view.name());
        if (row == null) row = stored(view.name()).orElseGet(() -> row(view));
        stored.open(row.live().stored(), fingerprint);
        if (row.live().view().version() != view.version()
                && stored.position(row.live().stored()) == 0) {
            row = new GenerationRow(new Generation(view, row.live().number()), row.previous());
            stored.open(row.live().stored(), fingerprint);
        }
        if (!row.equals(stored(view.name()).orElse(null))) save(view.name(), row);
        rows.put(view.name(), row);
        live.set(row.live());
    }

    private GenerationRow row(View view) {
        GenerationRow row = rows.get(view.name());
        return row == null ? new GenerationRow(live.of(view.name()), null) : row;
    }

    private View present(View of) {
        return views.stream()
                .filter(view -> view.name().equals(of.name()))
                .findFirst()
                .orElse(of);
    }

    private Optional<GenerationRow> stored(String view) {
        return stored.get(COLLECTION, view).map(document -> row(document, view));
    }

    private static @Nullable GenerationRow row(Document document, String view) {
        try {
            return GenerationRow.in(new RawBsonDocument(document.body()), view);
        } catch (RuntimeException unreadable) {
            logger.warn("which documents of the view {} are live cannot be read: its first ones are taken", view);
            return null;
        }
    }

    /** Above all positions there are: an earlier try, interrupted before its end, would be taken for this one. */
    private void save(String view, GenerationRow row) {
        long position = stored.position(SELF);
        long next = position;
        for (Document document : stored.range(COLLECTION, new Range("", "\uDBFF\uDFFF", views.size() + 1, false))) {
            next = Math.max(next, document.position());
        }
        next++;
        stored.apply(SELF, position, next, List.of(new Change.Put(COLLECTION, view, next, bytes(row.body()))));
    }

    private static byte[] bytes(BsonDocument body) {
        RawBsonDocument raw = new RawBsonDocument(body, CODEC);
        byte[] bytes = new byte[raw.getByteBuffer().remaining()];
        raw.getByteBuffer().get(bytes);
        return bytes;
    }
}
