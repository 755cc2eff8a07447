package io.daybook.http.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An uploaded zip, on disk until it is closed.
 *
 * @param hash tells whether another upload was the same
 */
record Upload(Path file, String hash) implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Upload.class);

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
