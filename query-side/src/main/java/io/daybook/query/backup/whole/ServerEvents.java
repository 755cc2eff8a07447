package io.daybook.query.backup.whole;

import io.daybook.api.log.LoggedEvent;
import io.daybook.query.backup.line.Lines;
import io.daybook.query.backup.line.StoredLine;
import io.daybook.query.backup.zip.BrokenArchive;
import io.daybook.query.backup.zip.ListedEntry;
import java.io.IOException;
import java.security.DigestInputStream;

/** The events in the zip of a server, in their order. */
public final class ServerEvents {

    private final ServerZip zip;
    private final Progress progress;
    private long position;
    private long moment = Long.MIN_VALUE;

    public ServerEvents(ServerZip zip, Progress progress) {
        this.zip = zip;
        this.progress = progress;
        this.position = zip.manifest().after();
    }

    /** Takes an event; what it says of one that it does not take is put behind the place of its line. */
    @FunctionalInterface
    public interface Taking<F extends Exception> {
        void take(StoredLine line, LoggedEvent event) throws IOException, F;
    }

    /**
     * Hands all over, up to a position.
     *
     * @param work what is being done, for people
     * @throws BrokenArchive when a line is no event, or not the next one
     */
    public <F extends Exception> void each(long upTo, String work, Taking<F> taking) throws IOException, F {
        for (ListedEntry segment : zip.segments()) {
            if (position >= upTo && upTo < zip.manifest().position()) return;
            if (Layout.first(segment.name()) != position + 1) {
                throw new BrokenArchive(
                        "the zip holds " + segment.name() + " where " + Layout.events(position + 1) + " would be next");
            }
            each(segment, upTo, taking);
            progress.at(work, position, upTo);
        }
        if (position < upTo) throw new BrokenArchive("the zip has no event for position " + (position + 1));
    }

    private <F extends Exception> void each(ListedEntry segment, long upTo, Taking<F> taking) throws IOException, F {
        try (DigestInputStream in = segment.read(zip.entries());
                Lines lines = new Lines(in, segment.name())) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                take(line, lines, taking);
                if (position == upTo && upTo < zip.manifest().position()) return;
            }
            segment.check(lines.bytes(), in);
        }
    }

    private <F extends Exception> void take(byte[] line, Lines lines, Taking<F> taking) throws IOException, F {
        try {
            StoredLine stored = StoredLine.parse(line);
            LoggedEvent event = stored.stored(moment);
            if (event.position() != position + 1) {
                throw new BrokenArchive("has position " + event.position() + " instead of " + (position + 1));
            }
            taking.take(stored, event);
            position = event.position();
            moment = event.moment();
        } catch (BrokenArchive e) {
            throw lines.broken(e.reason());
        } catch (IllegalArgumentException e) {
            throw lines.broken(String.valueOf(e.getMessage()));
        }
    }
}
