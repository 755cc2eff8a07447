package io.daybook.testkit.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.testkit.server.Json;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Recomputes the chain of a log from the words of {@code docs/audit.md}, with nothing but SQLite and SHA-256. */
public final class IndependentChain {

    private static final String EVENTS = """
            SELECT position, CAST(event_id AS BLOB), timestamp, CAST(aggregate_type AS BLOB),
              CAST(aggregate_id AS BLOB), sequence, CAST(type AS BLOB), CAST(revision AS BLOB),
              CAST(metadata AS BLOB), payload_hash, hash, CAST(payload AS BLOB), moment
            FROM events ORDER BY position""";

    /** Where a chain was found to end. */
    public record End(long position, String hash) {

        public static final End NOTHING = new End(0, HexFormat.of().formatHex(new byte[32]));
    }

    private final End known;
    private final Map<String, Long> sequences = new HashMap<>();
    private byte[] hash = new byte[32];
    private long position;
    private long moment;

    private IndependentChain(End known) {
        this.known = known;
    }

    /**
     * Checks the whole log: positions from 1 without a gap, each aggregate's sequence from 0 without a gap, payloads,
     * moments, the chain, and that what was once {@code known} is its beginning.
     */
    public static End recompute(Path events, End known) {
        var chain = new IndependentChain(known);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + events);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
            try (ResultSet rows = statement.executeQuery(EVENTS)) {
                while (rows.next()) chain.add(rows);
            }
        } catch (SQLException | IOException unreadable) {
            throw new AssertionError("the log cannot be read at position " + (chain.position + 1), unreadable);
        }
        if (chain.position < known.position()) throw new AssertionError("the log became shorter than " + known);
        return new End(chain.position, HexFormat.of().formatHex(chain.hash));
    }

    private void add(ResultSet row) throws SQLException, IOException {
        position++;
        require(row.getLong(1) == position, "is missing");
        moment = Math.max(moment, row.getLong(3));
        require(row.getLong(13) == moment, "has a wrong moment");
        require(Arrays.equals(sha256().digest(row.getBytes(12)), row.getBytes(10)), "has another payload");
        follows(row.getString(5), row.getLong(6));
        MessageDigest digest = sha256();
        digest.update(hash);
        hash = digest.digest(canonical(row));
        require(Arrays.equals(hash, row.getBytes(11)), "breaks the chain");
        require(position != known.position() || HexFormat.of().formatHex(hash).equals(known.hash()), "was another");
    }

    private void follows(@Nullable String aggregate, long sequence) {
        if (aggregate == null) return;
        Long before = sequences.put(aggregate, sequence);
        require(sequence == (before == null ? 0 : before + 1), "is out of the sequence of " + aggregate);
    }

    private void require(boolean sound, String complaint) {
        if (!sound) throw new AssertionError("event " + position + " " + complaint);
    }

    private static byte[] canonical(ResultSet row) throws SQLException, IOException {
        var bytes = new ByteArrayOutputStream(512);
        var out = new DataOutputStream(bytes);
        // position, id, timestamp, aggregate type and id, sequence, type, revision
        for (int column = 1; column <= 8; column++) field(out, row.getBytes(column));
        metadata(out, row.getBytes(9));
        field(out, row.getBytes(10));
        return bytes.toByteArray();
    }

    private static void metadata(DataOutputStream out, byte[] json) throws IOException {
        var sorted = new TreeMap<byte[], String>(Arrays::compareUnsigned);
        Json.read(json)
                .properties()
                .forEach(entry -> sorted.put(
                        entry.getKey().getBytes(UTF_8), entry.getValue().stringValue()));
        field(out, Integer.toString(sorted.size()).getBytes(UTF_8));
        for (var entry : sorted.entrySet()) {
            field(out, entry.getKey());
            field(out, entry.getValue().getBytes(UTF_8));
        }
    }

    private static void field(DataOutputStream out, byte @Nullable [] value) throws IOException {
        out.writeInt(value == null ? -1 : value.length);
        if (value != null) out.write(value);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
