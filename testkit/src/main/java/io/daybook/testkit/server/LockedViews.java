package io.daybook.testkit.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The file of the views, locked as another program would: what writes to it comes to no end until it is let go, and what
 * reads it goes on. For a few seconds, since writers wait no longer.
 */
public final class LockedViews implements AutoCloseable {

    private final Connection holding;

    private LockedViews(Connection holding) {
        this.holding = holding;
    }

    public static LockedViews of(Path home) throws SQLException {
        Connection holding = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("views/views.db"));
        try (Statement lock = holding.createStatement()) {
            lock.execute("PRAGMA busy_timeout = 20000");
            lock.execute("BEGIN IMMEDIATE");
        }
        return new LockedViews(holding);
    }

    @Override
    public void close() throws SQLException {
        holding.close();
    }
}
