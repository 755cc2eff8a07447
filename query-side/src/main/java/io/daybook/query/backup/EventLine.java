package io.daybook.query.backup;

import io.daybook.query.backup.line.StoredLine;
import io.daybook.query.backup.zip.BrokenArchive;
import org.axonframework.serialization.Serializer;

/** A stored event of one aggregate, and what it says. */
record EventLine(long position, String aggregate, long sequence, Object event) {

    static EventLine parse(byte[] line, Serializer events) throws BrokenArchive {
        StoredLine stored = StoredLine.parse(line);
        Object event = stored.event(events);
        return new EventLine(stored.number("position"), stored.text("aggregate_id"), stored.number("sequence"), event);
    }
}
