package io.daybook.embedded.documents;

import io.daybook.api.documents.View;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table of views: what each was filled from, how far, and where its documents are. */
final class ViewRows {

    /** Of a view that is being dropped: no batch is from there. */
    private static final long NOWHERE = -1;

    private ViewRows() {}

    static Set<String> names(Session session) throws SQLException {
        return new HashSet<>(session.list("SELECT name FROM views", row -> row.getString(1)));
    }

    /** Keeps the view as it is when it was filled from the same; else it is empty afterwards. */
    static boolean prepare(Session session, View view, String fingerprint) throws SQLException {
        String filledFrom = view.version() + " " + fingerprint;
        String collections = String.join(" ", new TreeSet<>(view.collections()));
        boolean kept = session.first(
                        "SELECT 1 FROM views WHERE name = ? AND fingerprint = ? AND collections = ?",
                        row -> row.getInt(1),
                        view.name(),
                        filledFrom,
                        collections)
                .isPresent();
        if (!kept) {
            empty(session, view);
            session.update(
                    "REPLACE INTO views (name, fingerprint, position, collections) VALUES (?, ?, 0, ?)",
                    view.name(),
                    filledFrom,
                    collections);
        }
        return kept;
    }

    static long position(Session session, View view) throws SQLException {
        return session.first("SELECT position FROM views WHERE name = ?", row -> row.getLong(1), view.name())
                .filter(position -> position != NOWHERE)
                .orElse(0L);
    }

    static void move(Session session, View view, long from, long to) throws SQLException {
        int moved =
                session.update("UPDATE views SET position = ? WHERE name = ? AND position = ?", to, view.name(), from);
        if (moved == 0) throw new IllegalStateException("the view " + view.name() + " is not at position " + from);
    }

    /** Takes the documents away, also those of collections that an earlier version of the view had. */
    private static void empty(Session session, View view) throws SQLException {
        for (String collection : collections(session, view)) {
            session.update("DELETE FROM documents WHERE collection = ?", collection);
        }
    }

    /** From now on the view takes nothing, and is kept by no fingerprint. Answers with the collections to be emptied. */
    static Set<String> condemn(Session session, View view) throws SQLException {
        Set<String> collections = collections(session, view);
        session.update(
                "UPDATE views SET fingerprint = '', position = ?, collections = ? WHERE name = ?",
                NOWHERE,
                String.join(" ", new TreeSet<>(collections)),
                view.name());
        return collections;
    }

    static int forget(Session session, View view) throws SQLException {
        return session.update("DELETE FROM views WHERE name = ?", view.name());
    }

    private static Set<String> collections(Session session, View view) throws SQLException {
        Set<String> collections = new HashSet<>(view.collections());
        session.first("SELECT collections FROM views WHERE name = ?", row -> row.getString(1), view.name())
                .ifPresent(former -> collections.addAll(List.of(former.split(" "))));
        return collections;
    }
}
