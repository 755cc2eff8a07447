package io.daybook.http.upload;

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

/** Copies what comes in, hashing it on the way. A failure to read is the sender's, one to write is ours. */
final class Spool {

    private final long limit;

    Spool(long limit) {
        this.limit = limit;
    }

    /**
     * What was copied.
     *
     * @param sha256 its hash
     */
    record Copied(byte[] sha256, long size) {

        Spooled in(Path file) {
            return new Spooled(file, HexFormat.of().formatHex(sha256), size);
        }
    }

    Spooled keep(InputStream in, Path file) throws IOException {
        return copy(in, open(file)).in(file);
    }

    /** @param out is closed */
    Copied copy(InputStream in, OutputStream out) throws IOException {
        try (out) {
            MessageDigest digest = Sha256.digest();
            byte[] buffer = new byte[64 * 1024];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > limit) throw new TooLarge(limit);
                digest.update(buffer, 0, read);
                write(out, buffer, read);
            }
            return new Copied(digest.digest(), total);
        }
    }

    private static OutputStream open(Path file) {
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
