package io.daybook.embedded.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.log.ChainReport;
import io.daybook.api.log.Checkpoint;
import io.daybook.api.log.Checkpoints;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LogHead;
import io.daybook.api.log.LoggedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Checkpoints in {@code checkpoints/<position>.json}, one a position, signed with the keys in {@code keys/}. */
public final class FileCheckpoints implements Checkpoints {

    private static final Logger logger = LoggerFactory.getLogger(FileCheckpoints.class);

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of a log in which nothing has happened. */
    private static final String NO_TIME = "1970-01-01T00:00:00.000Z";

    private final EventLog log;
    private final Path home;
    private @Nullable Keys keys;

    /** @param home the folder of everything; nothing is read or written before the first use */
    public FileCheckpoints(EventLog log, Path home) {
        this.log = log;
        this.home = home;
    }

    /** Makes the keys, if there are none yet. */
    public void open() {
        keys();
    }

    @Override
    public Checkpoint make() {
        Checkpoint head = signed(LogHead.of(log));
        keep(head);
        return head;
    }

    @Override
    public Checkpoint sign(long position) {
        LoggedEvent last = log.at(position)
                .orElseThrow(() -> new IllegalArgumentException("the log has not reached position " + position));
        return signed(new LogHead(position, last.hashHex(), last.time()));
    }

    @Override
    public List<String> publicKeys() {
        try {
            return keys().all();
        } catch (IOException failure) {
            throw unreadableKeys(failure);
        }
    }

    /** Signatures by these keys count from now on, beside this server's. */
    public void trust(List<String> publicKeys) {
        try {
            for (String key : publicKeys) keys().trust(key);
        } catch (IOException failure) {
            throw new UncheckedIOException("the keys cannot be kept in " + home.resolve("keys"), failure);
        }
    }

    /** Whether its key signed it, whoever's key that is. */
    public static boolean isSigned(Checkpoint checkpoint) {
        return Keys.signed(checkpoint);
    }

    /**
     * Forgets what was signed of a log with nothing but its first event, which another log is to take the place of.
     *
     * @param hash of the chain at the other log's first event
     */
    public void forgetBeginning(String hash) {
        try {
            for (Checkpoint kept : all()) {
                boolean foreign = kept.position() == 1 && !kept.hash().equals(hash);
                if (foreign) Files.deleteIfExists(file(kept));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("a checkpoint in " + folder() + " cannot be deleted", failure);
        }
    }

    private Path file(Checkpoint checkpoint) {
        return folder().resolve(checkpoint.position() + ".json");
    }

    /** For {@link #verify} to compare the log with. */
    public synchronized void keep(Checkpoint head) {
        Path file = file(head);
        try {
            Files.createDirectories(folder());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(
                    fresh,
                    JSON.writeValueAsString(head),
                    UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("no checkpoint could be written to " + file, failure);
        }
    }

    private Checkpoint signed(LogHead head) {
        String timestamp = Objects.requireNonNullElse(head.timestamp(), NO_TIME);
        try {
            String signature = keys().sign(Checkpoint.text(head.position(), head.hash(), timestamp));
            return new Checkpoint(head.position(), head.hash(), timestamp, signature, keys().ownPublic());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the head cannot be signed", impossible);
        }
    }

    @Override
    public List<Checkpoint> all() {
        if (!Files.isDirectory(folder())) return List.of();
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(FileCheckpoints::read)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingLong(Checkpoint::position))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("the checkpoints in " + folder() + " cannot be read", failure);
        }
    }

    /** A file that is none is told, and left out. */
    private static Optional<Checkpoint> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Checkpoint.class));
        } catch (IOException | JacksonException unreadable) {
            logger.warn("{} is no checkpoint: {}", file, unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Recomputes: what stands in the file as a hash may stand beside other events than those it was made of. */
    @Override
    public Verdict check(Checkpoint checkpoint) {
        Reason reason = reason(checkpoint);
        if (reason == null && !holds(checkpoint)) reason = Reason.HASH;
        return new Verdict(reason == null, checkpoint.position(), reason);
    }

    private boolean holds(Checkpoint checkpoint) {
        ChainReport chain = log.verify(1, checkpoint.position());
        return chain.verified() && (checkpoint.position() == 0 || chain.hash().equals(checkpoint.hash()));
    }

    private @Nullable Reason reason(Checkpoint checkpoint) {
        if (!isKnown(checkpoint)) return Reason.UNKNOWN_KEY;
        if (!Keys.signed(checkpoint)) return Reason.SIGNATURE;
        if (checkpoint.position() > log.head()) return Reason.LENGTH;
        String hash = log.at(checkpoint.position()).map(LoggedEvent::hashHex).orElse(LogHead.NO_HASH);
        return hash.equals(checkpoint.hash()) ? null : Reason.HASH;
    }

    private boolean isKnown(Checkpoint checkpoint) {
        try {
            return keys().isKnown(checkpoint.publicKey());
        } catch (IOException failure) {
            throw unreadableKeys(failure);
        }
    }

    private static UncheckedIOException unreadableKeys(IOException failure) {
        return new UncheckedIOException("the keys cannot be read", failure);
    }

    @Override
    public ChainReport verify(long from, long to) {
        return compared(log.verify(from, to), to);
    }

    /** What recomputing the chain found, unless a checkpoint that is kept stands against it. */
    public ChainReport compared(ChainReport chain, long to) {
        if (!chain.verified()) return chain;
        for (Checkpoint kept : all()) {
            Reason reason = reason(kept);
            if (reason == Reason.LENGTH) return bad(chain, log.head() + 1, "MISSING");
            if (reason == Reason.HASH && kept.position() <= to) return bad(chain, kept.position(), "CHECKPOINT");
            if (reason == Reason.SIGNATURE || reason == Reason.UNKNOWN_KEY) {
                logger.warn("the checkpoint of position {} proves nothing: {}", kept.position(), reason);
            }
        }
        return chain;
    }

    private static ChainReport bad(ChainReport chain, long position, String reason) {
        return new ChainReport(false, chain.from(), chain.to(), chain.hash(), position, reason);
    }

    private Path folder() {
        return home.resolve("checkpoints");
    }

    private synchronized Keys keys() {
        try {
            if (keys == null) keys = Keys.in(home.resolve("keys"));
            return keys;
        } catch (IOException failure) {
            throw new UncheckedIOException("the keys in " + home.resolve("keys") + " cannot be used", failure);
        } catch (GeneralSecurityException | IllegalArgumentException failure) {
            throw new IllegalStateException("the keys in " + home.resolve("keys") + " cannot be used", failure);
        }
    }
}
