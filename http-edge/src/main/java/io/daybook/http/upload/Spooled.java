package io.daybook.http.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes that were sent, on disk until this is closed.
 *
 * @param hash SHA-256, lower-case hex
 */
public record Spooled(Path file, String hash, long size) implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Spooled.class);

    @Override
    public void close() {
        delete(file);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            logger.warn("an upload could not be deleted: {}", file, kept);
        }
    }
}
