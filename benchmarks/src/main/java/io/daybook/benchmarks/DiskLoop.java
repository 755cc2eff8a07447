package io.daybook.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The least that a durable write can cost: 512 bytes, and {@code fdatasync}, in a file that has its full length
 * already, so that the file system has no length to record.
 */
public final class DiskLoop implements Rounds.Subject, AutoCloseable {

    private static final int BYTES = 512;
    private static final int LENGTH = 16 << 20;

    private final FileChannel file;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BYTES);
    private long at;

    public DiskLoop(Path folder) throws IOException {
        Files.createDirectories(folder);
        file = FileChannel.open(
                folder.resolve("fdatasync"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        file.write(ByteBuffer.allocate(LENGTH), 0);
        file.force(true);
    }

    public void write() throws IOException {
        file.write(block.clear(), at);
        file.force(false);
        at = (at + BYTES) % LENGTH;
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
