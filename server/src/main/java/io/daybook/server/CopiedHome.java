package io.daybook.server;

import io.daybook.embedded.home.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Remembers in a folder that its log is the copy of one that nodes share: nothing may be written to the copy alone. */
record CopiedHome(Path home) {

    static final String ACTION = "To leave Axon Server, make a backup and restore it into another daybook.home.";

    /** Somebody wants to go on with a copy by itself. */
    static final class Alone extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Alone(String message) {
            super(message);
        }
    }

    void mark() {
        try {
            Files.writeString(file(), "a copy of the log in Axon Server: docs/many-machines.md\n");
            Durable.names(home, home);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file(), failure);
        }
    }

    void requireOwn() {
        if (!Files.exists(file())) return;
        throw new Alone(home + " holds a node's copy of a log that is in Axon Server, and"
                + " daybook.event-store.type=axon-server is not set");
    }

    private Path file() {
        return home.resolve("events.copy");
    }
}
