package io.daybook.query.backup.whole;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.daybook.api.backup.ServerBackup;
import io.daybook.api.log.Checkpoint;
import io.daybook.api.log.Checkpoints;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LogHead;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.resource.ContentStore;
import io.daybook.query.backup.whole.ServerManifest.Counts;
import io.daybook.query.backup.whole.ServerManifest.Stretch;
import io.daybook.query.backup.zip.ListedEntry;
import io.daybook.query.backup.zip.ZipWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;

/** Writes the zip of a server at one position of its log, while that goes on. */
public final class ServerBackupZip implements ServerBackup {

    private final EventLog log;
    private final Checkpoints checkpoints;
    private final ContentStore contents;
    private final Serializer serializer;

    public ServerBackupZip(EventLog log, Checkpoints checkpoints, ContentStore contents, Serializer serializer) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.contents = contents;
        this.serializer = serializer;
    }

    /** Ends with the manifest, so that a zip that breaks off is none. */
    @Override
    public void write(long after, long upTo, OutputStream out) throws IOException {
        Checkpoint head = checkpoints.sign(upTo);
        List<String> keys = checkpoints.publicKeys();
        Stretch stretch = new Stretch(after, hashAt(after), upTo, head.hash());
        ZipWriter zip = new ZipWriter(out);
        Segments segments = new Segments(after, serializer);
        try (Stream<LoggedEvent> events = log.read(new EventFilter(after, upTo, null, Set.of()))) {
            segments.write(events.iterator(), zip);
        }
        if (segments.position() != upTo) throw new IOException("the log ends at position " + segments.position());
        long artifacts = writeArtifacts(segments.named(), zip);
        zip.write(Layout.CHECKPOINT, entry -> entry.write(CheckpointText.of(head)));
        writeKeys(keys, zip);
        zip.finish(ServerManifest.of(stretch, new Counts(upTo - after, artifacts), zip.entries())
                .json());
    }

    private String hashAt(long position) {
        return position == 0
                ? LogHead.NO_HASH
                : log.at(position).map(LoggedEvent::hashHex).orElseThrow();
    }

    /** Answers how many there were. */
    private long writeArtifacts(Set<String> named, ZipWriter zip) throws IOException {
        long artifacts = 0;
        for (String hash : named) {
            Optional<InputStream> found = contents.read(hash, 0);
            if (found.isEmpty()) continue;
            try (InputStream bytes = found.get()) {
                ListedEntry written = zip.writeAsIs(Layout.artifact(hash), bytes::transferTo);
                if (!written.sha256().equals(hash)) {
                    throw new IOException("the artifact " + hash + " is damaged where it is kept");
                }
            }
            artifacts++;
        }
        return artifacts;
    }

    private static void writeKeys(List<String> keys, ZipWriter zip) throws IOException {
        for (int i = 0; i < keys.size(); i++) {
            byte[] line = (keys.get(i) + "\n").getBytes(US_ASCII);
            zip.write(Layout.key(i + 1), entry -> entry.write(line));
        }
    }
}
