package io.daybook.server.restore;

import io.daybook.api.backup.Restored;
import io.daybook.api.backup.Restored.Broken;
import io.daybook.api.backup.Restored.Misfit;
import io.daybook.api.backup.ServerRestore;
import io.daybook.api.log.LogHead;
import io.daybook.api.resource.ContentStore;
import io.daybook.embedded.checkpoint.FileCheckpoints;
import io.daybook.embedded.log.ChainWalk;
import io.daybook.query.backup.whole.Check;
import io.daybook.query.backup.whole.Progress;
import io.daybook.query.backup.whole.ServerManifest;
import io.daybook.query.backup.whole.ServerZip;
import io.daybook.query.backup.whole.Trust;
import io.daybook.query.backup.zip.BrokenArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Checks the zip of a server, and then puts it where it fits; one at a time. */
public final class Restoration implements ServerRestore {

    private final Parts parts;
    private final Progress progress;
    private final Trust trust;
    private final ReentrantLock one = new ReentrantLock();

    /** @param home the folder of everything */
    public record Parts(Path home, Target target, FileCheckpoints checkpoints, ContentStore contents) {}

    public Restoration(Parts parts, Serializer events, Progress progress) {
        this.parts = parts;
        this.progress = progress;
        this.trust = new Trust(ChainWalk::new, FileCheckpoints::isSigned, events);
    }

    @Override
    public Restored restore(Path zip, @Nullable Long upTo) throws IOException {
        if (!one.tryLock()) return new Misfit("another backup is being restored");
        try (ServerZip archive = ServerZip.open(zip, room())) {
            return restore(archive, upTo == null ? archive.manifest().position() : upTo);
        } catch (BrokenArchive broken) {
            return new Broken(broken.reason());
        } catch (UncheckedIOException failure) {
            if (failure.getCause() instanceof BrokenArchive broken) return new Broken(broken.reason());
            throw failure;
        } finally {
            one.unlock();
        }
    }

    /** What does not go onto the disk cannot be restored, whatever a zip says that it unpacks to. */
    private long room() throws IOException {
        return Files.getFileStore(parts.home()).getUsableSpace();
    }

    private Restored restore(ServerZip archive, long upTo) throws IOException {
        ServerManifest manifest = archive.manifest();
        if (!reaches(manifest, upTo)) {
            return new Broken("upTo is " + upTo + ", and the backup holds positions " + (manifest.after() + 1) + " to "
                    + manifest.position());
        }
        Optional<String> misfit = misfit(manifest);
        if (misfit.isPresent()) return new Misfit(misfit.get());
        Check check = new Check(archive, trust, progress);
        check.run();
        Placing placing = new Placing(parts, archive, check.named(upTo), progress);
        return manifest.after() == 0 ? placing.replace(upTo) : placing.extend(upTo);
    }

    private static boolean reaches(ServerManifest manifest, long upTo) {
        boolean nothing = manifest.after() == manifest.position();
        return upTo <= manifest.position() && (upTo > manifest.after() || (nothing && upTo == manifest.after()));
    }

    private Optional<String> misfit(ServerManifest manifest) {
        if (manifest.after() == 0) return parts.target().occupied();
        LogHead head = parts.target().head();
        boolean fits = head.position() == manifest.after() && head.hash().equals(manifest.afterHash());
        if (fits) return Optional.empty();
        String place = "position " + manifest.after() + " with hash " + manifest.afterHash();
        return Optional.of("the backup goes on from " + place + ", and this server is at position " + head.position()
                + " with hash " + head.hash());
    }
}
