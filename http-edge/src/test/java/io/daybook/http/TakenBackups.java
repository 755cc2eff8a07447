package io.daybook.http;

import io.daybook.api.backup.Restored;
import io.daybook.api.backup.ServerBackup;
import io.daybook.api.backup.ServerRestore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Backups of a whole server that hold what a test says. */
public final class TakenBackups implements ServerBackup, ServerRestore {

    public static final Restored WHOLE = new Restored.Done(7, "ab", 7, 2);

    public Restored outcome = WHOLE;
    public @Nullable String uploaded;
    public @Nullable Long upTo;
    public boolean torn;
    public boolean lost;

    void clear() {
        outcome = WHOLE;
        uploaded = null;
        upTo = null;
        torn = false;
        lost = false;
    }

    @Override
    public void write(long after, long upTo, OutputStream out) throws IOException {
        out.write((after + " to " + upTo).getBytes(StandardCharsets.UTF_8));
        if (!torn) return;
        out.write(new byte[100_000]);
        throw new IOException("the log cannot be read");
    }

    @Override
    public Restored restore(Path zip, @Nullable Long upTo) throws IOException {
        if (lost) throw new IOException("the disk is full");
        uploaded = Files.readString(zip);
        this.upTo = upTo;
        return outcome;
    }
}
