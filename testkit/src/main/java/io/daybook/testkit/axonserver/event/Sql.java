package io.daybook.testkit.axonserver.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Statements with their arguments. */
final class Sql {

    /** Takes rows as long as it answers true. */
    interface Rows {
        boolean take(ResultSet row) throws SQLException;
    }

    private Sql() {}

    static void run(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, arguments)) {
            statement.execute();
        }
    }

    static void each(Connection connection, Rows rows, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, arguments);
                ResultSet found = statement.executeQuery()) {
            while (found.next() && rows.take(found)) {
                // it has been taken
            }
        }
    }

    /** The first column of the first row, which may hold nothing. */
    static long number(Connection connection, long otherwise, String sql, @Nullable Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, arguments);
                ResultSet found = statement.executeQuery()) {
            if (!found.next()) return otherwise;
            long number = found.getLong(1);
            return found.wasNull() ? otherwise : number;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) statement.setObject(i + 1, arguments[i]);
        return statement;
    }
}
