package io.daybook.embedded.documents;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Documents in {@code views.db}. A batch and its position are one transaction, seen whole or not. A file that is damaged,
 * foreign or of another format is made anew when a view is opened.
 */
public final class SqliteDocuments implements Documents {

    private static final String GET = "SELECT id, position, body FROM documents WHERE collection = ? AND id = ?";

    /** Documents that one statement looks up: a look-up costs more than finding what is looked for. */
    private static final int TOGETHER = 32;

    private static final String GET_SOME = "SELECT id, position, body FROM documents WHERE collection = ? AND id IN (?"
            + ", ?".repeat(TOGETHER - 1) + ")";
    private static final String ASCENDING =
            "SELECT id, position, body FROM documents WHERE collection = ? AND id >= ? AND id < ? ORDER BY id LIMIT ?";
    private static final String DESCENDING = ASCENDING.replace("ORDER BY id", "ORDER BY id DESC");
    private static final String PUT = "INSERT INTO documents (collection, id, position, body) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (collection, id) DO UPDATE SET position = excluded.position, body = excluded.body"
            + " WHERE excluded.position >= position";
    private static final String REMOVE = "DELETE FROM documents WHERE collection = ? AND id = ? AND position <= ?";
    static final String REMOVE_SOME =
            "DELETE FROM documents WHERE rowid IN" + " (SELECT rowid FROM documents WHERE collection = ? LIMIT 100)";
    private static final String COUNT = "SELECT count(*) FROM documents WHERE collection = ?";

    private final ViewsFile file;
    private final Writer writer;
    private final Readers readers;

    public SqliteDocuments(Path folder) {
        this.file = new ViewsFile(folder.resolve("views.db"));
        this.writer = new Writer(file);
        this.readers = new Readers(file);
    }

    @Override
    public void open(View view, String fingerprint) {
        guarded(here -> {
            if (here.isCondemned()) disconnectedDo(ViewsFile::recheck);
            try {
                return prepare(view, fingerprint);
            } catch (SQLException e) {
                if (!ViewsFile.isDamage(e)) throw e;
                here.condemn(e);
                disconnectedDo(ViewsFile::recheck);
                return prepare(view, fingerprint);
            }
        });
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        return read(session -> find(session, collection, id));
    }

    @Override
    public Map<String, Document> get(String collection, Collection<String> ids) {
        // what one statement reads is of one moment
        if (ids.size() <= TOGETHER) return read(session -> find(session, collection, ids));
        return read(session -> session.reading(same -> find(same, collection, ids)));
    }

    @Override
    public List<Document> range(String collection, Range range) {
        return read(session -> range(session, collection, range));
    }

    @Override
    public long position(View view) {
        return read(session -> ViewRows.position(session, view));
    }

    @Override
    public void apply(View view, long from, long to, List<Change> changes) {
        guarded(here -> writer.write(session -> {
            ViewRows.move(session, view, from, to);
            for (Change change : changes) apply(session, change, to);
            return to;
        }));
    }

    @Override
    public long count(View view) {
        return read(session -> session.reading(same -> count(same, view)));
    }

    @Override
    public Set<String> stored() {
        return read(ViewRows::names);
    }

    @Override
    public void drop(View view) {
        guarded(here -> {
            Set<String> collections = writer.write(session -> ViewRows.condemn(session, view));
            // in portions: a view's processor may have to write in between
            for (String collection : collections) {
                while (writer.write(session -> session.update(REMOVE_SOME, collection)) > 0) Thread.onSpinWait();
            }
            return writer.write(session -> ViewRows.forget(session, view));
        });
    }

    @Override
    public void close() {
        guarded(here -> disconnectedDo(ViewsFile::close));
    }

    private boolean prepare(View view, String fingerprint) throws SQLException {
        return writer.write(session -> ViewRows.prepare(session, view, fingerprint));
    }

    private boolean disconnectedDo(SqlWork<ViewsFile, Boolean> work) throws SQLException {
        return writer.without(file -> readers.without(work));
    }

    static Optional<Document> find(Session session, String collection, String id) throws SQLException {
        return Documents.storable(id)
                ? session.first(GET, SqliteDocuments::document, collection, id)
                : Optional.empty();
    }

    static Map<String, Document> find(Session session, String collection, Collection<String> ids) throws SQLException {
        Map<String, Document> found = new HashMap<>();
        Object[] some = new Object[1 + TOGETHER];
        some[0] = collection;
        int next = 1;
        for (String id : ids) {
            if (Documents.storable(id)) some[next++] = id;
            if (next == some.length) next = findSome(session, some, next, found);
        }
        if (next == 2) find(session, collection, (String) some[1]).ifPresent(only -> found.put(only.id(), only));
        else if (next > 2) findSome(session, some, next, found);
        return found;
    }

    /** Answers where the next ones' ids begin. */
    private static int findSome(Session session, Object[] some, int end, Map<String, Document> found)
            throws SQLException {
        // nothing has no id
        Arrays.fill(some, end, some.length, null);
        for (Document document : session.list(GET_SOME, SqliteDocuments::document, some)) {
            found.put(document.id(), document);
        }
        return 1;
    }

    static List<Document> range(Session session, String collection, Range range) throws SQLException {
        if (!Documents.storable(range.from()) || !Documents.storable(range.to())) return List.of();
        String sql = range.descending() ? DESCENDING : ASCENDING;
        return session.list(sql, SqliteDocuments::document, collection, range.from(), range.to(), range.limit());
    }

    static long count(Session session, View view) throws SQLException {
        long sum = 0;
        for (String collection : view.collections()) {
            sum += session.first(COUNT, row -> row.getLong(1), collection).orElse(0L);
        }
        return sum;
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(row.getString(1), row.getLong(2), row.getBytes(3));
    }

    static void apply(Session session, Change change, long to) throws SQLException {
        switch (change) {
            case Change.Put put -> session.update(PUT, put.collection(), put.id(), put.position(), put.body());
            case Change.Remove remove -> session.update(REMOVE, remove.collection(), remove.id(), to);
        }
    }

    private <T> T read(SqlWork<Session, T> work) {
        return guarded(here -> readers.read(work));
    }

    private <T> T guarded(SqlWork<ViewsFile, T> work) {
        try {
            return work.on(file);
        } catch (SQLException e) {
            if (ViewsFile.isDamage(e)) file.condemn(e);
            throw new ViewsUnavailable("the views: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new ViewsUnavailable(String.valueOf(e.getMessage()), e);
        }
    }
}
