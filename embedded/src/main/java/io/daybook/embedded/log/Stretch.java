package io.daybook.embedded.log;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Some of the log, recomputed on its own: from what is stored at the place before it. Whether that is right, the stretch
 * before tells.
 */
record Stretch(long from, long to) {

    /**
     * How far a stretch is what was written.
     *
     * @param last the place of the last event that is
     * @param bad the position of the first that is not, and why
     */
    record Found(Place last, @Nullable Long bad, @Nullable String reason) {

        boolean isBad() {
            return bad != null;
        }

        static Found bad(Place last, long position, String reason) {
            return new Found(last, position, reason);
        }
    }

    /** @param indexes are compared as well */
    Found check(Readers readers, IndexCheck indexes) throws SQLException {
        Found found = new Found(Place.START, null, null);
        try {
            if (from > 1) found = begin(readers);
            while (!found.isBad() && found.last().position() < to) found = next(readers, indexes, found.last());
            return found;
        } catch (SQLException e) {
            if (!isDamage(e)) throw e;
            long first = Math.max(from, found.last().position() + 1);
            return Found.bad(found.last(), first, Verification.INTEGRITY + e.getMessage());
        }
    }

    private Found begin(Readers readers) throws SQLException {
        return readers.ask(reader -> reader.placeAt(from - 1))
                .map(before -> new Found(before, null, null))
                .orElseGet(() -> Found.bad(Place.START, from - 1, "MISSING"));
    }

    private Found next(Readers readers, IndexCheck indexes, Place before) throws SQLException {
        return readers.ask(reader -> {
            Found found = page(reader.after(before.position(), to), before);
            long first = before.position() + 1;
            var stray = reader.firstOutOfSequence(first, found.last().position());
            if (stray.isPresent()) return Found.bad(found.last(), stray.getAsLong(), "SEQUENCE");
            return indexes.missing(reader, first, found.last()).orElse(found);
        });
    }

    /** Goes on to the last row, or to the one before the first that is wrong. */
    private static Found page(List<Row> rows, Place before) {
        Place place = before;
        for (Row row : rows) {
            String reason = reason(row, place);
            if (reason != null) return Found.bad(place, place.position() + 1, reason);
            place = row.place();
        }
        return rows.isEmpty() ? Found.bad(place, place.position() + 1, "MISSING") : new Found(place, null, null);
    }

    private static @Nullable String reason(Row row, Place before) {
        Entry entry = row.entry();
        if (row.place().position() != before.position() + 1) return "MISSING";
        if (!Arrays.equals(Chain.sha256(entry.payload()), entry.payloadHash())) return "PAYLOAD";
        if (!Metadata.isCanonical(entry.metadata())) return "METADATA";
        Place expected = Chain.next(before, entry.timestamp(), Chain.canonical(entry));
        if (!Arrays.equals(expected.hash(), row.place().hash())) return "HASH";
        return expected.moment() == row.place().moment() ? null : "MOMENT";
    }

    static boolean isDamage(SQLException e) {
        int code = e.getErrorCode();
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }
}
