package io.daybook.query.backup.whole;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.log.ChainReport;
import io.daybook.api.log.Checkpoint;
import io.daybook.api.log.Checkpoints;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.project.ProjectEvent.ProjectCreated;
import io.daybook.api.resource.Content;
import io.daybook.api.resource.ContentStore;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import io.daybook.api.user.UserEvent.DefaultUserSeeded;
import io.daybook.query.backup.StoredEvents;
import io.daybook.query.backup.zip.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server with a few events and two files, one of which is lost. */
final class WholeServer {

    static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    static final Trust TRUST = new Trust(ChainedLog::behind, WholeServer::isSigned, new StoredEvents());

    final ChainedLog log = new ChainedLog();
    final Map<String, byte[]> files = new HashMap<>();

    static WholeServer small() {
        WholeServer server = new WholeServer();
        server.log.append("user-1", new DefaultUserSeeded(1, "", "", "default", "hash", true, "2026", "Asia/Tokyo"));
        server.log.append("project-1", new ProjectCreated(1, "digits", "2026"));
        byte[] weights = "weights".repeat(50).getBytes(UTF_8);
        server.files.put(hash(weights), weights);
        server.log.append("resource-1", created(1, hash(weights)));
        server.log.append("resource-2", created(2, hash(new byte[9])));
        server.log.append("project-2", new ProjectCreated(2, "letters", "2026"));
        return server;
    }

    private static ResourceCreated created(long id, String hash) {
        return new ResourceCreated(id, 1, 1, "file", new Content(hash, 9, "filesystem", "file:///x"), "2026");
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
    }

    byte[] backup(long after) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ServerBackupZip(log, new Heads(), new Files(), new StoredEvents()).write(after, log.head(), out);
        return out.toByteArray();
    }

    /** What is in a zip, once it was checked: the events as text, and the hashes of the files. */
    static List<String> checked(Path zip) throws IOException {
        List<String> found = new ArrayList<>();
        try (ServerZip archive = ServerZip.open(zip, 1 << 20)) {
            Check check = new Check(archive, TRUST, Progress.NONE);
            check.run();
            new ServerEvents(archive, Progress.NONE)
                    .<IOException>each(archive.manifest().position(), "", (line, event) -> found.add(text(event)));
            archive.artifacts().forEach(artifact -> found.add(artifact.sha256()));
        }
        return found;
    }

    private static String text(LoggedEvent event) {
        return event.position()
                + event.id()
                + event.type()
                + event.metadata()
                + new String(event.payload(), UTF_8)
                + event.hashHex();
    }

    private static boolean isSigned(Checkpoint checkpoint) {
        return checkpoint.signature().equals(signature(checkpoint.signed()));
    }

    private static String signature(String text) {
        return hash(text.getBytes(UTF_8));
    }

    private final class Heads implements Checkpoints {

        @Override
        public Checkpoint sign(long position) {
            LoggedEvent last = log.at(position).orElseThrow();
            String text = Checkpoint.text(position, last.hashHex(), last.time());
            return new Checkpoint(position, last.hashHex(), last.time(), signature(text), KEY);
        }

        @Override
        public List<String> publicKeys() {
            return List.of(KEY);
        }

        @Override
        public Checkpoint make() {
            throw new UnsupportedOperationException("none is kept");
        }

        @Override
        public List<Checkpoint> all() {
            throw new UnsupportedOperationException("none is kept");
        }

        @Override
        public Verdict check(Checkpoint checkpoint) {
            throw new UnsupportedOperationException("none is kept");
        }

        @Override
        public ChainReport verify(long from, long to) {
            throw new UnsupportedOperationException("none is kept");
        }
    }

    private final class Files implements ContentStore {

        @Override
        public String backend() {
            return "filesystem";
        }

        @Override
        public String uri(String hash) {
            return ContentStore.fileUri(hash);
        }

        @Override
        public void keep(String hash, Path file) {
            throw new UnsupportedOperationException("only read");
        }

        @Override
        public Optional<InputStream> read(String hash, long from) {
            return Optional.ofNullable(files.get(hash)).map(ByteArrayInputStream::new);
        }

        @Override
        public int sweep(Set<String> named, Instant before) {
            throw new UnsupportedOperationException("only read");
        }
    }
}
