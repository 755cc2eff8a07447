package io.daybook.api.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes a server of the zip of another. */
@FunctionalInterface
public interface ServerRestore {

    /**
     * Reads the zip to its end and checks all of it before anything changes; then all of it is there, or nothing.
     *
     * @param upTo the last position to restore; null for all
     */
    Restored restore(Path zip, @Nullable Long upTo) throws IOException;
}
