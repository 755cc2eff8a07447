package io.daybook.http;

import io.daybook.api.resource.ContentStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A content store in memory, out of reach when a test says so. */
public final class Cellar implements ContentStore {

    public final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    public volatile boolean lost;

    void clear() {
        kept.clear();
        lost = false;
    }

    @Override
    public String backend() {
        return "filesystem";
    }

    @Override
    public String uri(String hash) {
        return ContentStore.fileUri(hash);
    }

    @Override
    public void keep(String hash, Path file) throws IOException {
        requireReach();
        kept.put(hash, Files.readAllBytes(file));
    }

    @Override
    public Optional<InputStream> read(String hash, long from) throws IOException {
        requireReach();
        byte[] bytes = kept.get(hash);
        if (bytes == null) return Optional.empty();
        return Optional.of(new ByteArrayInputStream(Arrays.copyOfRange(bytes, (int) from, bytes.length)));
    }

    private void requireReach() throws IOException {
        if (lost) throw new IOException("the store is out of reach");
    }

    @Override
    public int sweep(Set<String> named, Instant before) {
        return 0;
    }
}
