package io.daybook.server.metrics;

import io.daybook.api.resource.ContentStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A store whose bytes are counted. */
public final class MeasuredContent implements ContentStore {

    private final ContentStore store;
    private final Counter kept;
    private final Counter read;

    public MeasuredContent(ContentStore store, MeterRegistry registry) {
        this.store = store;
        kept = counter(registry, "kept", "Bytes of artifacts that were taken in");
        read = counter(registry, "read", "Bytes of artifacts that were given out");
    }

    private static Counter counter(MeterRegistry registry, String what, String description) {
        return Counter.builder("daybook.artifacts." + what)
                .baseUnit("bytes")
                .description(description)
                .register(registry);
    }

    @Override
    public String backend() {
        return store.backend();
    }

    @Override
    public String uri(String hash) {
        return store.uri(hash);
    }

    @Override
    public void keep(String hash, Path file) throws IOException {
        long bytes = Files.size(file);
        store.keep(hash, file);
        kept.increment((double) bytes);
    }

    @Override
    public Optional<InputStream> read(String hash, long from) throws IOException {
        return store.read(hash, from).map(Counted::new);
    }

    @Override
    public int sweep(Set<String> named, Instant before) throws IOException {
        return store.sweep(named, before);
    }

    @Override
    public void close() {
        store.close();
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) read.increment();
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            if (some > 0) read.increment(some);
            return some;
        }
    }
}
