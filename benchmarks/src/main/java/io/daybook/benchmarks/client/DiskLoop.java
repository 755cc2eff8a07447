package io.daybook.benchmarks.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The least that a durable write can cost: 512 bytes at the end of a file, and {@code fdatasync}. At the end, since a
 * log grows; written over a place that the file has already, the same loop is faster by about a third on most disks.
 */
public final class DiskLoop implements Rounds.Subject, AutoCloseable {

    private static final int BYTES = 512;
    private static final long LONGEST = 64 << 20;

    private final FileChannel file;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BYTES);

    public DiskLoop(Path folder) {
        try {
            Files.createDirectories(folder);
            file = FileChannel.open(
                    folder.resolve("fdatasync"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void write() throws IOException {
        if (file.position() >= LONGEST) file.truncate(0);
        file.write(block.clear());
        file.force(false);
    }

    @Override
    public double rate(Duration time) throws IOException {
        long begin = System.nanoTime();
        long count = 0;
        for (; System.nanoTime() - begin < time.toNanos(); count++) write();
        return count * 1e9 / (System.nanoTime() - begin);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
