package io.daybook.benchmarks.stage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** An SQLite file of the server's, which goes on writing it: with what is still in the file's log, and of which the file knows nothing. */
public final class DatabaseFile {

    private static final String BYTES =
            "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size";

    private final Path file;

    public DatabaseFile(Path file) {
        this.file = file;
    }

    public long bytes() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(BYTES)) {
            return found.getLong(1);
        }
    }
}
