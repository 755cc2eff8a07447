package io.daybook.embedded.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sees to it that one process at a time uses a folder. The lock ends with the process, however it ends. */
public final class HomeLock implements AutoCloseable {

    /**
     * Homes held by this process. The operating system's lock is the process's: opening and closing the file a second
     * time would release it, so a second lock must not come so far.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private @Nullable Path held;
    private @Nullable FileChannel channel;

    public HomeLock(Path home) {
        this.home = home;
    }

    /**
     * Creates the folder when it is not there, and locks it.
     *
     * @throws HomeInUse when somebody else holds it, naming the process
     */
    public void acquire() {
        try {
            Path real = Files.createDirectories(home).toRealPath();
            if (!HELD.add(real))
                throw inUse(Long.toString(ProcessHandle.current().pid()));
            held = real;
            lock(real.resolve("lock"));
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(home + " cannot be locked: " + e.getMessage(), e);
        } catch (HomeInUse e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(home + " cannot be unlocked: " + e.getMessage(), e);
        } finally {
            channel = null;
            if (held != null) HELD.remove(held);
            held = null;
        }
    }

    private void lock(Path file) throws IOException {
        FileChannel open =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel = open;
        // Beyond the text, which others must be able to read where locks are mandatory.
        @Nullable FileLock lock = open.tryLock(Long.MAX_VALUE - 1, 1, false);
        if (lock == null) throw inUse(Files.readString(file).strip());
        open.truncate(0);
        open.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        open.force(true);
    }

    private HomeInUse inUse(String pid) {
        return new HomeInUse(home + " is in use by process " + pid);
    }
}
