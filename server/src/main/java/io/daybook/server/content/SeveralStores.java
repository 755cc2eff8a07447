package io.daybook.server.content;

import io.daybook.api.resource.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps new bytes in one store, and finds older ones in those that were used before. */
public final class SeveralStores implements ContentStore {

    private final ContentStore current;
    private final List<ContentStore> all;

    public SeveralStores(ContentStore current, List<ContentStore> others) {
        this.current = current;
        this.all = Stream.concat(Stream.of(current), others.stream()).toList();
    }

    @Override
    public String backend() {
        return current.backend();
    }

    @Override
    public String uri(String hash) {
        return current.uri(hash);
    }

    @Override
    public void keep(String hash, Path file) throws IOException {
        current.keep(hash, file);
    }

    @Override
    public Optional<InputStream> read(String hash, long from) throws IOException {
        IOException lost = null;
        for (ContentStore store : all) {
            try {
                Optional<InputStream> found = store.read(hash, from);
                if (found.isPresent()) return found;
            } catch (IOException unreachable) {
                lost = unreachable;
            }
        }
        if (lost != null) throw lost;
        return Optional.empty();
    }

    @Override
    public int sweep(Set<String> named, Instant before) throws IOException {
        int swept = 0;
        for (ContentStore store : all) swept += store.sweep(named, before);
        return swept;
    }

    @Override
    public void close() {
        all.forEach(ContentStore::close);
    }
}
