package io.daybook.embedded.documents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection, used by one thread at a time, that keeps its statements: preparing one costs more than a look-up. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    int update(String sql, Object... parameters) throws SQLException {
        return prepare(sql, parameters).executeUpdate();
    }

    <T> List<T> list(String sql, SqlWork<ResultSet, T> row, Object... parameters) throws SQLException {
        List<T> rows = new ArrayList<>();
        // an open result would keep its reader's state of the file, and the write-ahead log from shrinking
        try (ResultSet results = prepare(sql, parameters).executeQuery()) {
            while (results.next()) rows.add(row.on(results));
        }
        return rows;
    }

    <T> Optional<T> first(String sql, SqlWork<ResultSet, T> row, Object... parameters) throws SQLException {
        return list(sql, row, parameters).stream().findFirst();
    }

    <T> T reading(SqlWork<Session, T> work) throws SQLException {
        return within("BEGIN", work);
    }

    <T> T writing(SqlWork<Session, T> work) throws SQLException {
        return within("BEGIN IMMEDIATE", work);
    }

    private <T> T within(String begin, SqlWork<Session, T> work) throws SQLException {
        update(begin);
        boolean done = false;
        try {
            T result = work.on(this);
            update("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) rollBack();
        }
    }

    private void rollBack() {
        try {
            update("ROLLBACK");
        } catch (SQLException ignored) {
            // after some errors SQLite has rolled back by itself; the first error is the one to tell
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
