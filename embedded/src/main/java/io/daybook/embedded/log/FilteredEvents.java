package io.daybook.embedded.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.log.EventFilter;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events that a filter lets through, in order. Holds one page in memory, and no connection between two pages. */
public final class FilteredEvents extends AbstractSpliterator<Row> {

    /** Reads the next page. */
    public interface Pages {
        List<Row> read(Readers.Question<List<Row>> question);
    }

    private final Pages pages;
    private final EventFilter filter;
    private final long upTo;
    private final long indexed;
    private Iterator<Row> page = Collections.emptyIterator();
    private long after;
    private long sequence = -1;
    private boolean finished;
    private @Nullable Boolean whole;

    /** @param head no event beyond it is read, so that the end does not move while events are appended */
    public FilteredEvents(Pages pages, EventFilter filter, long head) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.pages = pages;
        this.filter = filter;
        this.upTo = Math.min(filter.upTo(), head);
        this.after = filter.after();
        this.indexed = PointIndex.end(head);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Row> action) {
        while (!page.hasNext()) {
            if (finished) return false;
            page = pages.read(this::next).stream().filter(this::lets).iterator();
        }
        action.accept(page.next());
        return true;
    }

    private List<Row> next(EventReader reader) throws SQLException {
        if (filter.aggregate() != null && isReadWhole(reader, filter.aggregate())) {
            return ofAggregate(reader, filter.aggregate());
        }
        List<Row> rows = isSelective()
                ? reader.at(reader.positions(filter.after(after).upTo(upTo), indexed))
                : reader.after(after, upTo);
        finished = rows.isEmpty();
        if (!finished) after = rows.getLast().place().position();
        return rows;
    }

    /** Whoever is asked for a few corrections among a million points does not read the points. Decided once. */
    private boolean isReadWhole(EventReader reader, String aggregate) throws SQLException {
        if (whole == null) {
            boolean few = reader.lastSequence(aggregate).orElse(0) < Selection.FEW;
            whole = few || !Selection.isLedByTypes(filter);
        }
        return whole;
    }

    private boolean isSelective() {
        return !filter.types().isEmpty() || !filter.origin().equals(EventFilter.Origin.ANY);
    }

    /** Pages go by the sequence, which the index has in order; positions rise with it. */
    private List<Row> ofAggregate(EventReader reader, String aggregate) throws SQLException {
        OptionalLong from = sequence < 0 ? reader.firstSequenceAfter(aggregate, after) : OptionalLong.of(sequence + 1);
        List<Row> rows =
                from.isEmpty() ? List.of() : reader.ofAggregate(aggregate, from.getAsLong(), EventReader.PAGE_EVENTS);
        finished = rows.isEmpty() || rows.getLast().place().position() > upTo;
        for (Row row : rows)
            if (row.entry().sequence() != null) sequence = row.entry().sequence();
        return rows;
    }

    /** Of an aggregate's events all are read, as a rule; others are chosen by indexes. */
    private boolean lets(Row row) {
        if (filter.aggregate() == null) return true;
        long position = row.place().position();
        return position > filter.after()
                && position <= upTo
                && (filter.types().isEmpty()
                        || filter.types().contains(new String(row.entry().type(), UTF_8)))
                && filter.origin().lets(Metadata.decode(row.entry().metadata()));
    }
}
