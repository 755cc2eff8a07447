package io.daybook.http.backup;

import io.daybook.api.refusal.Refusal;
import io.daybook.http.refusal.Refused;
import io.daybook.http.refusal.TooLarge;
import io.daybook.http.request.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Copies what comes in to a file, hashing it on the way. A failure to read is the sender's, one to write is ours. */
final class Spool {

    private final long limit;

    Spool(long limit) {
        this.limit = limit;
    }

    /** The hash of what was read, lower-case hex. */
    String keep(InputStream in, Path file) throws IOException {
        try (OutputStream out = open(file)) {
            return HexFormat.of().formatHex(copy(in, out));
        }
    }

    byte[] copy(InputStream in, OutputStream out) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            total += read;
            if (total > limit) throw new TooLarge(limit);
            digest.update(buffer, 0, read);
            write(out, buffer, read);
        }
        return digest.digest();
    }

    static OutputStream open(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException full) {
            throw unavailable();
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException full) {
            throw unavailable();
        }
    }

    private static Refused unavailable() {
        return new Refused(Refusal.STORE_UNAVAILABLE, "the upload cannot be kept on disk");
    }
}
