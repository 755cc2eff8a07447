package io.daybook.server.restore;

import io.daybook.api.backup.Restored;
import io.daybook.api.backup.Restored.Done;
import io.daybook.api.backup.Restored.Misfit;
import io.daybook.api.log.LogHead;
import io.daybook.embedded.log.NewLog;
import io.daybook.query.backup.whole.Progress;
import io.daybook.query.backup.whole.ServerEvents;
import io.daybook.query.backup.whole.ServerZip;
import io.daybook.query.backup.zip.BrokenArchive;
import io.daybook.query.backup.zip.ListedEntry;
import io.daybook.server.restore.Restoration.Parts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Puts a zip that was checked in place. The log comes last: whatever is killed before has left files that nobody names,
 * and keys of which nothing is signed.
 */
final class Placing {

    private static final String WRITING = "writing events";
    private static final Misfit MEANWHILE = new Misfit("something was written to this server meanwhile");

    private final Parts parts;
    private final ServerZip archive;
    private final Set<String> named;
    private final Progress progress;

    /** @param named the files that are wanted, by their hash */
    Placing(Parts parts, ServerZip archive, Set<String> named, Progress progress) {
        this.parts = parts;
        this.archive = archive;
        this.named = named;
        this.progress = progress;
    }

    Restored replace(long upTo) throws IOException {
        try (NewLog fresh = NewLog.beside(parts.home().resolve("events.db"))) {
            new ServerEvents(archive, progress).<SQLException>each(upTo, WRITING, (line, event) -> {
                fresh.add(event);
                if (event.position() == 1) parts.checkpoints().forgetBeginning(event.hashHex());
            });
            requireSequence(fresh.outOfSequence());
            fresh.finish();
            long artifacts = keepRest();
            if (!parts.target().replace(fresh)) return MEANWHILE;
            keepCheckpoint(upTo);
            return new Done(upTo, fresh.hash(), upTo, artifacts);
        } catch (SQLException unwritable) {
            throw new IOException("the new log cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }

    /** All in one transaction of the log, which is as good as a rename. */
    Restored extend(long upTo) throws IOException {
        long artifacts = keepRest();
        LogHead from =
                new LogHead(archive.manifest().after(), archive.manifest().afterHash(), null);
        String[] reached = {from.hash()};
        boolean extended = parts.target().extend(from, log -> {
            new ServerEvents(archive, progress).<SQLException>each(upTo, WRITING, (line, event) -> log.add(event));
            requireSequence(log.outOfSequence());
            reached[0] = log.hash();
        });
        if (!extended) return MEANWHILE;
        keepCheckpoint(upTo);
        return new Done(upTo, reached[0], upTo - from.position(), artifacts);
    }

    private void requireSequence(OptionalLong stray) throws BrokenArchive {
        if (stray.isEmpty()) return;
        throw new BrokenArchive(archive.placeOf(stray.getAsLong()) + " does not follow its aggregate's previous event");
    }

    /** What may be there before the log is. Answers how many files there were. */
    private long keepRest() throws IOException {
        long kept = 0;
        List<ListedEntry> artifacts = archive.artifacts();
        for (ListedEntry artifact : artifacts) {
            if (!named.contains(artifact.sha256())) continue;
            keep(artifact);
            progress.at("keeping artifacts", ++kept, artifacts.size());
        }
        parts.checkpoints().trust(archive.publicKeys());
        return kept;
    }

    private void keep(ListedEntry artifact) throws IOException {
        Path folder = Files.createDirectories(parts.home().resolve("tmp"));
        Path file = Files.createTempFile(folder, "artifact-", null);
        try (InputStream bytes = archive.read(artifact)) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            parts.contents().keep(artifact.sha256(), file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** One that is beyond the end would tell that the end was cut off. */
    private void keepCheckpoint(long upTo) throws IOException {
        if (upTo == archive.manifest().position()) parts.checkpoints().keep(archive.checkpoint());
    }
}
