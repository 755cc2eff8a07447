package io.daybook.testkit.fault.passing;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What a log that knew a wandering clock says of time. */
final class Moments {

    private static final String BACK =
            "SELECT count(*) FROM events a JOIN events b ON b.position = a.position + 1 WHERE b.timestamp < a.timestamp";
    private static final String FALLING =
            "SELECT count(*) FROM events a JOIN events b ON b.position = a.position + 1 WHERE b.moment < a.moment";

    private Moments() {}

    static String check(Path events) throws SQLException {
        try (var log = DriverManager.getConnection("jdbc:sqlite:" + events);
                var statement = log.createStatement()) {
            long back = number(statement, BACK);
            if (back == 0) throw new AssertionError("the clock has not gone back");
            if (number(statement, FALLING) != 0) throw new AssertionError("moments fall");
            return "events keep the time that they were told; order, moments and chain of hashes stay whole";
        }
    }

    private static long number(java.sql.Statement statement, String sql) throws SQLException {
        try (var result = statement.executeQuery(sql)) {
            return result.getLong(1);
        }
    }
}
