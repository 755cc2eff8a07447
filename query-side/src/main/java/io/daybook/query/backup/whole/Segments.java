package io.daybook.query.backup.whole;

import io.daybook.api.log.LoggedEvent;
import io.daybook.query.backup.line.StoredLine;
import io.daybook.query.backup.zip.ZipWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** Writes events as entries of a zip, each of so many lines, and remembers which files they name. */
final class Segments {

    private final Serializer serializer;
    private final Set<String> named = new LinkedHashSet<>();
    private long position;

    Segments(long after, Serializer serializer) {
        this.position = after;
        this.serializer = serializer;
    }

    /** Of the last event that was written. */
    long position() {
        return position;
    }

    Set<String> named() {
        return named;
    }

    void write(Iterator<LoggedEvent> events, ZipWriter zip) throws IOException {
        while (events.hasNext()) zip.write(Layout.events(position + 1), out -> writeOne(events, out));
    }

    private void writeOne(Iterator<LoggedEvent> events, OutputStream out) throws IOException {
        for (long bytes = 0; bytes < Layout.SEGMENT && events.hasNext(); ) {
            LoggedEvent event = events.next();
            if (event.position() != ++position) throw new IOException("no event is at position " + position);
            requireOneLine(event);
            byte[] line = StoredLine.of(event);
            out.write(line);
            bytes += line.length;
            if (Named.TYPES.contains(event.type())) name(event);
        }
    }

    /** Whatever else could be done about it would change the event. */
    private static void requireOneLine(LoggedEvent event) throws IOException {
        for (byte character : event.payload()) {
            if (character != '\n' && character != '\r') continue;
            throw new IOException("the payload at position " + event.position() + " has line breaks");
        }
    }

    private void name(LoggedEvent event) throws IOException {
        Object payload = serializer.<byte[], Object>deserialize(
                new SimpleSerializedObject<>(event.payload(), byte[].class, event.type(), event.revision()));
        Named.by(payload).ifPresent(named::add);
        if (named.size() > Layout.MOST_ENTRIES / 2) throw new IOException("the log names too many files for one zip");
    }
}
