package io.daybook.embedded.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/** The file: made when missing, made anew when it cannot be used, since the log fills it again. */
final class ViewsFile {

    private static final Logger logger = LoggerFactory.getLogger(ViewsFile.class);

    private static final int APPLICATION = 0x44425657; // "DBVW"
    private static final int FORMAT = 1;

    /** A check reads the whole file, and a server is to start within seconds. Later damage is met when it is read. */
    private static final long LARGEST_CHECKED = 256L << 20;

    /** Bodies are some 30 KB: read 2.3 times as fast from pages of 16 KB as from 4 KB, written about as fast. */
    static final String PAGES = "PRAGMA page_size = 16384";

    static final String DOCUMENTS = "CREATE TABLE documents (collection TEXT NOT NULL, id TEXT NOT NULL,"
            + " position INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (collection, id))";
    static final String VIEWS = "CREATE TABLE views (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL,"
            + " position INTEGER NOT NULL, collections TEXT NOT NULL) WITHOUT ROWID";

    private static final List<String> LAYOUT = List.of(
            PAGES,
            "PRAGMA journal_mode = WAL",
            "BEGIN",
            DOCUMENTS,
            VIEWS,
            "PRAGMA application_id = " + APPLICATION,
            "PRAGMA user_version = " + FORMAT,
            "COMMIT");

    private static final Set<Integer> DAMAGE =
            Set.of(SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code);

    /** Else the driver asks for the row's number after each insert. */
    static final Properties PLAIN = new Properties();

    static {
        PLAIN.setProperty("jdbc.get_generated_keys", "false");
    }

    private final Path file;
    private boolean ready;
    private boolean closed;

    ViewsFile(Path file) {
        this.file = file;
    }

    /** A connection to a file that is there and has its tables. */
    synchronized Session connect() throws SQLException {
        if (closed) throw new IllegalStateException("the views are closed");
        if (!ready) makeReady();
        return new Session(connection());
    }

    /** Remembers, across restarts too, that the file is damaged, so that it is made anew. */
    void condemn(SQLException cause) {
        try {
            Files.writeString(condemnation(), String.valueOf(cause.getMessage()));
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    boolean isCondemned() {
        return Files.exists(condemnation());
    }

    /** The next connection looks at the file again. No other is open. */
    synchronized boolean recheck() {
        ready = false;
        return true;
    }

    /** There is no next connection. */
    synchronized boolean close() {
        closed = true;
        return true;
    }

    static boolean isDamage(SQLException error) {
        // the low byte is the primary code of SQLite's extended ones
        return DAMAGE.contains(error.getErrorCode() & 0xFF);
    }

    private void makeReady() throws SQLException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            String fault = Files.exists(file) ? fault() : null;
            if (fault != null) {
                logger.warn("{} {}; it is made anew and the views are filled from the log", file, fault);
            }
            if (fault != null || !Files.exists(file)) {
                delete();
                create();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the views cannot be kept in " + file, e);
        }
        ready = true;
    }

    private @Nullable String fault() throws SQLException, IOException {
        if (isCondemned()) return "is damaged (" + Files.readString(condemnation()) + ")";
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            if (number(statement, "application_id") != APPLICATION) return "is not a file of views";
            int format = number(statement, "user_version");
            if (format != FORMAT) return "has format " + format + " where this version of Daybook has " + FORMAT;
            return Files.size(file) > LARGEST_CHECKED ? null : damage(statement);
        } catch (SQLException e) {
            if (isDamage(e)) return "is damaged (" + e.getMessage() + ")";
            throw e;
        }
    }

    private static @Nullable String damage(Statement statement) throws SQLException {
        try (var results = statement.executeQuery("PRAGMA quick_check(1)")) {
            String verdict = results.getString(1);
            return "ok".equals(verdict) ? null : "is damaged (" + verdict.strip() + ")";
        }
    }

    private static int number(Statement statement, String pragma) throws SQLException {
        try (var results = statement.executeQuery("PRAGMA " + pragma)) {
            return results.getInt(1);
        }
    }

    private void create() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String step : LAYOUT) statement.execute(step);
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, PLAIN);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            // a power cut may take the last batches, never the file's consistency; the log has them all
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("PRAGMA journal_size_limit = 67108864");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private void delete() throws IOException {
        for (String suffix : List.of("-wal", "-shm", "")) Files.deleteIfExists(beside(suffix));
        // last: were it gone before a damaged file is, nothing would tell
        Files.deleteIfExists(condemnation());
    }

    private Path condemnation() {
        return beside("-damaged");
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
