package io.daybook.embedded.log;

import io.daybook.api.log.ChainReport;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Recomputes the chain over a range and stops at the first position that is not what was written. Reasons:
 * {@code MISSING} (no event there), {@code SURPLUS} (an event before the first), {@code PAYLOAD} (its hash is another),
 * {@code METADATA} (not as they are written), {@code MOMENT}, {@code HASH} (any other column, or the order),
 * {@code SEQUENCE} (does not follow its aggregate's previous event), {@code INTEGRITY} (what SQLite itself reports).
 */
public final class Verification {

    private final Readers readers;
    private final long from;
    private final long to;
    private Place place = Place.START;

    public Verification(Readers readers, long from, long to) {
        if (from < 1) throw new IllegalArgumentException("a log begins at position 1, not " + from);
        this.readers = readers;
        this.from = from;
        this.to = to;
    }

    public ChainReport run(long head) throws SQLException {
        return run(head, position -> {});
    }

    /**
     * @param head the last position of the log: only a check of all of it asks SQLite too
     * @param reached is told how far it has come
     */
    public ChainReport run(long head, LongConsumer reached) throws SQLException {
        try {
            Optional<ChainReport> bad = readers.ask(this::beginning);
            while (bad.isEmpty() && place.position() < to) {
                bad = readers.ask(this::page);
                reached.accept(place.position());
            }
            if (bad.isEmpty() && from == 1 && to == head) bad = readers.ask(this::integrity);
            return bad.orElseGet(() -> new ChainReport(true, from, to, hash(), null, null));
        } catch (SQLException e) {
            if (!damaged(e)) throw e;
            return bad(Math.max(from, place.position() + 1), "INTEGRITY: " + e.getMessage())
                    .orElseThrow();
        }
    }

    private Optional<ChainReport> beginning(EventReader reader) throws SQLException {
        if (from == 1) {
            var first = reader.firstPosition();
            return first.isPresent() && first.getAsLong() < 1 ? bad(first.getAsLong(), "SURPLUS") : Optional.empty();
        }
        Optional<Place> before = reader.placeAt(from - 1);
        if (before.isEmpty()) return bad(from - 1, "MISSING");
        place = before.get();
        return Optional.empty();
    }

    private Optional<ChainReport> page(EventReader reader) throws SQLException {
        long first = place.position() + 1;
        List<Row> rows = reader.after(first - 1, to);
        String reason = rows.isEmpty() ? "MISSING" : advance(rows);
        var stray = reader.firstOutOfSequence(first, place.position());
        if (stray.isPresent()) return bad(stray.getAsLong(), "SEQUENCE");
        return reason == null ? Optional.empty() : bad(place.position() + 1, reason);
    }

    /** Goes on to the last row, or to the one before the first that is wrong, and says why. */
    private @Nullable String advance(List<Row> rows) {
        for (Row row : rows) {
            String reason = check(row);
            if (reason != null) return reason;
            place = row.place();
        }
        return null;
    }

    private @Nullable String check(Row row) {
        Entry entry = row.entry();
        if (row.place().position() != place.position() + 1) return "MISSING";
        if (!Arrays.equals(Chain.sha256(entry.payload()), entry.payloadHash())) return "PAYLOAD";
        if (!canonical(entry.metadata())) return "METADATA";
        Place expected = Chain.next(place, entry.timestamp(), Chain.canonical(entry));
        if (!Arrays.equals(expected.hash(), row.place().hash())) return "HASH";
        return expected.moment() == row.place().moment() ? null : "MOMENT";
    }

    private Optional<ChainReport> integrity(EventReader reader) throws SQLException {
        String found = reader.integrity();
        return found.equals("ok") ? Optional.empty() : bad(from, "INTEGRITY: " + found);
    }

    private static boolean canonical(byte[] metadata) {
        try {
            return Arrays.equals(Metadata.encode(Metadata.decode(metadata)), metadata);
        } catch (IllegalArgumentException ignored) {
            return false;
        }
    }

    private static boolean damaged(SQLException e) {
        int code = e.getErrorCode();
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private Optional<ChainReport> bad(long position, String reason) {
        return Optional.of(new ChainReport(false, from, to, hash(), position, reason));
    }

    private String hash() {
        return HexFormat.of().formatHex(place.hash());
    }
}
