package io.daybook.server.ops;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The file of the views, held as another program would: what writes to it comes to no end until it is let go, and what
 * reads it goes on. For a few seconds, since writers wait no longer.
 */
public final class HeldViews implements AutoCloseable {

    private final Connection holding;

    private HeldViews(Connection holding) {
        this.holding = holding;
    }

    public static HeldViews of(Path home) throws SQLException {
        Connection holding = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("views/views.db"));
        try (Statement lock = holding.createStatement()) {
            lock.execute("PRAGMA busy_timeout = 20000");
            lock.execute("BEGIN IMMEDIATE");
        }
        return new HeldViews(holding);
    }

    @Override
    public void close() throws SQLException {
        holding.close();
    }
}
