package io.daybook.query.backup.line;

import io.daybook.query.backup.zip.BrokenArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of an entry, one of which is held in memory at a time. */
public final class Lines implements AutoCloseable {

    private final InputStream in;
    private final String entry;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private long bytes;
    private long number;

    public Lines(InputStream in, String entry) {
        this.in = in;
        this.entry = entry;
    }

    /** The next line without its break; null at the end. */
    public byte @Nullable [] next() throws IOException {
        if (next == end && !fill()) return null;
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        do {
            int from = next;
            while (next < end && buffer[next] != '\n') next++;
            if (line.size() + next - from > StoredLine.LONGEST) throw tooLong();
            line.write(buffer, from, next - from);
        } while (next == end && fill());
        if (next < end) next++;
        if (line.size() == 0) throw broken("is empty");
        return line.toByteArray();
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        bytes += end;
        return end > 0;
    }

    /** How many were read, which are all of them once there is no next line. */
    public long bytes() {
        return bytes;
    }

    private BrokenArchive tooLong() {
        return new BrokenArchive(entry + " holds a line of more than " + StoredLine.LONGEST + " bytes");
    }

    /** @param what is wrong with the line that was read last */
    public BrokenArchive broken(String what) {
        return new BrokenArchive("line " + number + " of " + entry + " " + what);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
