package io.daybook.embedded.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a power cut must not undo. */
public final class Durable {

    private Durable() {}

    public static void file(Path file) throws IOException {
        flush(file, StandardOpenOption.WRITE);
    }

    /** The names in a folder, and in those above it up to {@code top}: a file whose name is lost is lost, too. */
    public static void names(Path folder, Path top) throws IOException {
        for (Path next = folder; next != null && next.startsWith(top); next = next.getParent()) {
            flush(next, StandardOpenOption.READ);
        }
    }

    private static void flush(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
