package io.daybook.embedded.documents;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Documents for a while: in a file that nobody else sees and nothing is synced to, so that they may be many while little of
 * them is in memory. It is gone when they are closed, or with the process. One caller at a time is served.
 */
public final class ScratchDocuments implements Documents {

    /** Nothing has to outlive the process, so nothing waits for the disk. */
    private static final List<String> LAYOUT = List.of(
            ViewsFile.PAGES,
            "PRAGMA journal_mode = MEMORY",
            "PRAGMA synchronous = OFF",
            "PRAGMA locking_mode = EXCLUSIVE",
            "PRAGMA cache_size = -4096",
            ViewsFile.DOCUMENTS,
            ViewsFile.VIEWS);

    private final Path folder;
    private @Nullable Path file;
    private @Nullable Session session;
    private boolean closed;

    /** @param folder where files may come and go */
    public ScratchDocuments(Path folder) {
        this.folder = folder;
    }

    @Override
    public void open(View view, String fingerprint) {
        write(here -> ViewRows.prepare(here, view, fingerprint));
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        return ask(here -> SqliteDocuments.find(here, collection, id));
    }

    @Override
    public Map<String, Document> get(String collection, Collection<String> ids) {
        return ask(here -> SqliteDocuments.find(here, collection, ids));
    }

    @Override
    public List<Document> range(String collection, Range range) {
        return ask(here -> SqliteDocuments.range(here, collection, range));
    }

    @Override
    public long position(View view) {
        return ask(here -> ViewRows.position(here, view));
    }

    @Override
    public void apply(View view, long from, long to, List<Change> changes) {
        write(here -> {
            ViewRows.move(here, view, from, to);
            for (Change change : changes) SqliteDocuments.apply(here, change, to);
            return to;
        });
    }

    @Override
    public long count(View view) {
        return ask(here -> SqliteDocuments.count(here, view));
    }

    @Override
    public Set<String> stored() {
        return ask(ViewRows::names);
    }

    @Override
    public void drop(View view) {
        write(here -> {
            for (String collection : ViewRows.condemn(here, view)) {
                while (here.update(SqliteDocuments.REMOVE_SOME, collection) > 0) Thread.onSpinWait();
            }
            return ViewRows.forget(here, view);
        });
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (session != null) session.close();
            if (file != null) Files.deleteIfExists(file);
        } catch (SQLException | IOException left) {
            throw new IllegalStateException("documents for a while are left in " + file, left);
        }
        session = null;
    }

    private <T> T write(SqlWork<Session, T> work) {
        return ask(here -> here.writing(work));
    }

    private synchronized <T> T ask(SqlWork<Session, T> work) {
        if (closed) throw new IllegalStateException("the documents are closed");
        try {
            if (session == null) session = new Session(connect());
            return work.on(session);
        } catch (SQLException e) {
            throw new IllegalStateException("documents for a while: " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        Path fresh = file();
        file = fresh;
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + fresh, ViewsFile.PLAIN);
        try (Statement statement = connection.createStatement()) {
            for (String step : LAYOUT) statement.execute(step);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Path file() {
        try {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, "past", ".db");
        } catch (IOException e) {
            throw new UncheckedIOException("documents cannot be kept in " + folder, e);
        }
    }
}
