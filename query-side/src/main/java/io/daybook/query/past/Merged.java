package io.daybook.query.past;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** The events that pass any of several filters, each once, in the order of the log. To be closed. */
final class Merged implements Iterator<LoggedEvent>, AutoCloseable {

    private final List<Stream<LoggedEvent>> streams = new ArrayList<>();
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparingLong(head -> head.event().position()));

    private record Head(LoggedEvent event, Iterator<LoggedEvent> rest) {}

    Merged(EventLog log, List<EventFilter> filters) {
        for (EventFilter filter : filters) {
            Stream<LoggedEvent> stream = log.read(filter);
            streams.add(stream);
            advance(stream.iterator());
        }
    }

    private void advance(Iterator<LoggedEvent> rest) {
        if (rest.hasNext()) heads.add(new Head(rest.next(), rest));
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public LoggedEvent next() {
        if (heads.isEmpty()) throw new NoSuchElementException();
        Head first = heads.remove();
        advance(first.rest());
        while (!heads.isEmpty()
                && heads.element().event().position() == first.event().position()) {
            advance(heads.remove().rest());
        }
        return first.event();
    }

    @Override
    public void close() {
        streams.forEach(Stream::close);
    }
}
