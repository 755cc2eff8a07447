package io.daybook.embedded.content;

import io.daybook.api.resource.ContentStore;
import io.daybook.embedded.home.Durable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A file for each content, {@code <aa>/<sha256>}. The folder belongs to one process. */
public final class FilesystemContent implements ContentStore {

    private static final String PART = ".part";

    private final Path folder;

    /** Held while a file comes or goes, so that none is swept that somebody has just found to be there. */
    private final Object coming = new Object();

    public FilesystemContent(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String backend() {
        return "filesystem";
    }

    @Override
    public String uri(String hash) {
        return ContentStore.fileUri(hash);
    }

    @Override
    public void keep(String hash, Path file) throws IOException {
        Path target = place(hash);
        Path shelf = Files.createDirectories(parent(target));
        Path near = near(file, target);
        try {
            Durable.file(near);
            keepOnce(near, target);
        } finally {
            if (!near.equals(file)) Files.deleteIfExists(near);
        }
        Durable.names(shelf, parent(folder));
    }

    /** Bytes that are there already only become young again. */
    private void keepOnce(Path file, Path target) throws IOException {
        synchronized (coming) {
            if (!Files.exists(target)) Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
        }
    }

    /** The file, or a copy of it from where a move takes one step. */
    private static Path near(Path file, Path target) throws IOException {
        if (Files.getFileStore(file).equals(Files.getFileStore(parent(target)))) return file;
        return Files.copy(file, target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + PART));
    }

    @Override
    public Optional<InputStream> read(String hash, long from) throws IOException {
        try {
            FileChannel channel = FileChannel.open(place(hash), StandardOpenOption.READ);
            return Optional.of(Channels.newInputStream(channel.position(from)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public int sweep(Set<String> named, Instant before) throws IOException {
        if (!Files.exists(folder)) return 0;
        int swept = 0;
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path each : folders) swept += sweep(each, named, before);
        }
        return swept;
    }

    private int sweep(Path some, Set<String> named, Instant before) throws IOException {
        int swept = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(some, FilesystemContent::isOurs)) {
            for (Path file : files) {
                if (!named.contains(name(file)) && deleted(file, before)) swept++;
            }
        }
        return swept;
    }

    private boolean deleted(Path file, Instant before) throws IOException {
        synchronized (coming) {
            if (!Files.exists(file)) return false;
            if (!Files.getLastModifiedTime(file).toInstant().isBefore(before)) return false;
            Files.delete(file);
            return true;
        }
    }

    /** What somebody else has put here is not ours to take away. */
    private static boolean isOurs(Path file) {
        return ContentStore.isHash(name(file)) || name(file).endsWith(PART);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Path place(String hash) {
        return folder.resolve(ContentStore.place(hash));
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }
}
