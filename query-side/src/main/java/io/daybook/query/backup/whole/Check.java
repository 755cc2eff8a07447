package io.daybook.query.backup.whole;

import io.daybook.api.log.ChainCheck;
import io.daybook.api.log.Checkpoint;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.user.UserEvent.DefaultUserSeeded;
import io.daybook.query.backup.line.StoredLine;
import io.daybook.query.backup.zip.BrokenArchive;
import io.daybook.query.backup.zip.ListedEntry;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the zip of a server to its end, and throws {@link BrokenArchive} at the first thing that is wrong with it. */
public final class Check {

    private final ServerZip zip;
    private final Trust trust;
    private final Progress progress;

    /** Files by their hash, with the position of the first event that names them. */
    private final Map<String, Long> named = new HashMap<>();

    private @Nullable LoggedEvent last;

    public Check(ServerZip zip, Trust trust, Progress progress) {
        this.zip = zip;
        this.trust = trust;
        this.progress = progress;
    }

    public void run() throws IOException {
        readEvents();
        checkCounts();
        checkArtifacts();
        checkCheckpoint();
    }

    /** The files that are named by events up to a position, by their hash. */
    public Set<String> named(long upTo) {
        return named.entrySet().stream()
                .filter(entry -> entry.getValue() <= upTo)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void readEvents() throws IOException {
        ServerManifest manifest = zip.manifest();
        ChainCheck chain = trust.chains().behind(manifest.after(), hash(manifest.afterHash()));
        new ServerEvents(zip, progress).<IOException>each(manifest.position(), "checking events", (line, event) -> {
            if (!chain.follows(event)) throw new BrokenArchive("does not follow in the chain of hashes");
            understand(line, event.position());
            last = event;
        });
        String reached = last == null ? manifest.afterHash() : last.hashHex();
        if (!reached.equals(manifest.hash())) {
            throw new BrokenArchive(ListedEntry.MANIFEST + " names another hash than the last event has");
        }
    }

    private static byte[] hash(String hex) throws BrokenArchive {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new BrokenArchive(ListedEntry.MANIFEST + " has a hash that is not hexadecimal");
        }
    }

    private void understand(StoredLine line, long position) throws BrokenArchive {
        Object event = line.event(trust.events());
        if (position == 1) checkSeed(event);
        Named.by(event).ifPresent(hash -> named.putIfAbsent(hash, position));
    }

    private static void checkSeed(Object first) throws BrokenArchive {
        if (!(first instanceof DefaultUserSeeded seed)) throw new BrokenArchive("is not how a log begins");
        try {
            ZoneId.of(seed.zone());
        } catch (DateTimeException unknown) {
            throw new BrokenArchive("names a time zone that is not known here: " + seed.zone());
        }
    }

    private void checkCounts() throws BrokenArchive {
        ServerManifest manifest = zip.manifest();
        var counts = new ServerManifest.Counts(
                manifest.position() - manifest.after(), zip.artifacts().size());
        if (!counts.equals(manifest.counts())) {
            throw new BrokenArchive(ListedEntry.MANIFEST + " counts otherwise than there are");
        }
    }

    private void checkArtifacts() throws IOException {
        List<ListedEntry> artifacts = zip.artifacts();
        for (int i = 0; i < artifacts.size(); i++) {
            ListedEntry artifact = artifacts.get(i);
            String hash = Layout.hash(artifact.name());
            if (!named.containsKey(hash)) throw new BrokenArchive("no event names " + artifact.name());
            if (!artifact.sha256().equals(hash)) throw new BrokenArchive(artifact.name() + " is not what it is called");
            artifact.check(zip.entries());
            progress.at("checking artifacts", i + 1, artifacts.size());
        }
    }

    private void checkCheckpoint() throws IOException {
        for (ListedEntry entry : zip.manifest().entries()) {
            boolean read = Layout.isEvents(entry.name()) || Layout.isArtifact(entry.name());
            if (!read) entry.check(zip.entries());
        }
        Checkpoint checkpoint = zip.checkpoint();
        ServerManifest manifest = zip.manifest();
        boolean ofTheHead = checkpoint.position() == manifest.position()
                && checkpoint.hash().equals(manifest.hash())
                && (last == null || checkpoint.timestamp().equals(last.time()));
        if (!ofTheHead) throw new BrokenArchive(Layout.CHECKPOINT + " is not of the last event");
        if (!zip.publicKeys().contains(checkpoint.publicKey())) {
            throw new BrokenArchive(Layout.CHECKPOINT + " is signed with a key that is not in the zip");
        }
        if (!trust.signed().test(checkpoint)) throw new BrokenArchive(Layout.CHECKPOINT + " has a wrong signature");
    }
}
