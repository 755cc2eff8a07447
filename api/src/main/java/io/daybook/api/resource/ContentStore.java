package io.daybook.api.resource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where the bytes of resources lie, found by their SHA-256. Bytes named by any event are never deleted. Building one
 * does no I/O. Methods throw {@link IOException} when the store is out of reach.
 */
public interface ContentStore extends AutoCloseable {

    /** As recorded with each upload: {@code filesystem}, {@code gridfs} or {@code s3}. */
    String backend();

    /** What clients are shown; independent of folders, so that a restored server answers the same. */
    String uri(String hash);

    /**
     * Keeps a file under its hash; when this returns, the bytes are durable. The file is the caller's and may be moved.
     * Bytes that are there already stay as they are, but count as new, so that no sweep takes them away.
     */
    void keep(String hash, Path file) throws IOException;

    /** The bytes from {@code from} on, none beyond the end, to be closed; empty when there are none under that hash. */
    Optional<InputStream> read(String hash, long from) throws IOException;

    /**
     * Deletes what is not {@code named}, unless it came after {@code before}: an upload whose event is still to be
     * written is nobody's yet.
     *
     * @return how many objects were deleted
     */
    int sweep(Set<String> named, Instant before) throws IOException;

    /** Lets go of connections. */
    @Override
    default void close() {}

    /** Lower-case hex of 32 bytes. */
    static boolean isHash(String text) {
        return text.length() == 64 && text.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
    }

    /** @throws IllegalArgumentException when it is none */
    static String requireHash(String hash) {
        if (!isHash(hash)) throw new IllegalArgumentException("no SHA-256: " + hash);
        return hash;
    }

    /** Where bytes lie among others, {@code <aa>/<sha256>}. */
    static String place(String hash) {
        return requireHash(hash).substring(0, 2) + "/" + hash;
    }

    /** The address of bytes that have none of their own. */
    static String fileUri(String hash) {
        return "file:///artifacts/" + place(hash);
    }
}
