package io.daybook.embedded.log;

import io.daybook.api.log.LoggedEvent;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.sqlite.SQLiteErrorCode;

/** Inserts events that were in a log before, and sees to it that they come out as they went in. */
public final class Copying {

    private final WriteConnection connection;
    private final long first;
    private Place place;

    /** @param last behind which they come */
    public Copying(WriteConnection connection, Place last) {
        this.connection = connection;
        this.place = last;
        this.first = last.position() + 1;
    }

    /** @throws IllegalArgumentException when the event cannot be the next one; says why */
    public void add(LoggedEvent event) throws SQLException {
        Entry entry = Entry.of(event);
        Place next = Chain.next(place, event.timestamp(), Chain.canonical(entry));
        if (event.position() != next.position() || !Arrays.equals(event.hash(), next.hash())) {
            throw new IllegalArgumentException("does not follow in the chain of hashes");
        }
        try {
            connection.insert(next, entry);
        } catch (SQLException e) {
            if (e.getErrorCode() != SQLiteErrorCode.SQLITE_CONSTRAINT.code) throw e;
            throw new IllegalArgumentException("holds an event whose id, or place in its aggregate, is taken", e);
        }
        connection.index(place.position(), next.position());
        place = next;
    }

    public Place place() {
        return place;
    }

    public String hash() {
        return HexFormat.of().formatHex(place.hash());
    }

    /** The position of the first event added that does not follow its aggregate's previous one. */
    public OptionalLong outOfSequence() throws SQLException {
        return connection.firstOutOfSequence(first, place.position());
    }
}
