package io.daybook.testkit.chain;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * What a request made happen is in a log whole or not at all: several events are one decision, and the answer that is kept
 * for an idempotency key is part of it. A restoration is the one that may end early, and never in what makes it visible.
 */
public final class WholeRequests {

    /** Ids are leased by a decision of their own, which may be all that is left of a request. */
    private static final String REQUESTS = """
            SELECT group_concat(type, ' ' ORDER BY position), max(metadata ->> '$.idempotencyKey'), min(position)
            FROM events WHERE type <> 'IdsLeased' AND type <> 'DefaultUserSeeded'
            GROUP BY metadata ->> '$.requestIds'""";

    private static final String POINTS = "(ScalarsLogged|HistogramsLogged)";
    private static final String PROJECT = "ProjectCreated RightsGranted NameClaimed";
    private static final String CREATED = "NameClaimed ExperimentCreated IterationCreated CrayonNameGiven";
    private static final String DELETED = "ExperimentDeleted NameReleased";
    private static final String BEGUN = "RestoreBegun( IterationCreated( " + POINTS + ")*)?";
    private static final String RESTORED = BEGUN + " BackupRestored NameClaimed( ExperimentDeleted)?";

    private static final String WHOLE =
            "(" + String.join("|", POINTS, "(" + PROJECT + " )?" + CREATED, DELETED, RESTORED) + ")";
    private static final Pattern UNKEYED = Pattern.compile(WHOLE + "|" + BEGUN + "|" + PROJECT);
    private static final Pattern KEYED = Pattern.compile(WHOLE + " RequestAnswered|" + BEGUN + "|" + PROJECT);

    private WholeRequests() {}

    /** Fails when the log has a request in part. */
    public static void check(Path events) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + events);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
            try (ResultSet requests = statement.executeQuery(REQUESTS)) {
                while (requests.next()) check(requests);
            }
        } catch (SQLException unreadable) {
            throw new AssertionError("the log cannot be read", unreadable);
        }
    }

    private static void check(ResultSet request) throws SQLException {
        Pattern whole = request.getString(2) == null ? UNKEYED : KEYED;
        String types = request.getString(1);
        if (!whole.matcher(types).matches()) {
            throw new AssertionError("the request of event " + request.getLong(3) + " is there in part: " + types);
        }
    }
}
