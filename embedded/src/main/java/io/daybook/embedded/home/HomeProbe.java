package io.daybook.embedded.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether the home takes anything: a small file goes to its disk and is deleted again. */
public final class HomeProbe {

    /** A group of appends that is written at once fits into it. */
    private static final long LEAST_BYTES = 16L << 20;

    private static final int FILE_BYTES = 4_096;

    private final Path home;

    public HomeProbe(Path home) {
        this.home = home;
    }

    /** @throws IOException when it does not, which says why */
    public void check() throws IOException {
        long left = Files.getFileStore(home).getUsableSpace();
        if (left < LEAST_BYTES) {
            throw new IOException("the disk of " + home + " is full: " + left + " bytes are left, of at least "
                    + LEAST_BYTES + " that Daybook needs");
        }
        Path file = home.resolve("probe");
        try {
            write(file);
        } catch (IOException failure) {
            throw new IOException("nothing can be written to " + home + ": " + failure, failure);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate(FILE_BYTES);
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(false);
        }
    }
}
