package io.daybook.api.backup;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the zip of everything that a server keeps. */
@FunctionalInterface
public interface ServerBackup {

    /**
     * Writes the events of the log above {@code after}, up to {@code upTo}, in constant memory, and the files that they
     * name. The log may go on meanwhile.
     */
    void write(long after, long upTo, OutputStream out) throws IOException;
}
