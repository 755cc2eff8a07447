package io.daybook.testkit.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.daybook.api.resource.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The contract of {@link ContentStore}, to be run against each implementation. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
public abstract class ContentStoreContract {

    private static final Bytes HELLO = Bytes.of("hello");
    private static final Bytes OTHER = Bytes.of("other");
    private static final Set<String> NONE = Set.of();

    private Path uploads;
    private ContentStore store;

    /** The test's storage, which is empty when a test begins. */
    protected abstract ContentStore open();

    protected final ContentStore store() {
        return store;
    }

    @BeforeEach
    final void begin(@TempDir Path folder) {
        uploads = folder;
        store = open();
    }

    @Test
    void what_was_kept_is_read() throws IOException {
        keep(HELLO);

        assertThat(read(HELLO, 0)).hasValue(HELLO.from(0));
        assertThat(read(HELLO, 2)).hasValue(HELLO.from(2));
    }

    @Test
    void at_the_end_and_beyond_it_there_are_no_bytes() throws IOException {
        keep(HELLO);

        assertThat(read(HELLO, 5)).hasValue(new byte[0]);
        assertThat(read(HELLO, 99)).hasValue(new byte[0]);
    }

    @Test
    void no_bytes_are_bytes_too() throws IOException {
        keep(Bytes.of(""));

        assertThat(read(Bytes.of(""), 0)).hasValue(new byte[0]);
    }

    @Test
    void what_was_not_kept_is_not_there() throws IOException {
        assertThat(read(HELLO, 0)).isEmpty();
        assertThat(read(HELLO, 3)).isEmpty();
    }

    @Test
    protected void many_bytes_are_read_from_anywhere() throws IOException {
        Bytes many = Bytes.many(12_345_678);
        keep(many);

        assertThat(read(many, 0)).hasValue(many.from(0));
        assertThat(read(many, 12_345_000)).hasValue(many.from(12_345_000));
        assertThat(read(many, 261_120)).hasValue(many.from(261_120));
    }

    @Test
    void keeping_the_same_bytes_again_changes_nothing() throws IOException {
        keep(HELLO);
        keep(HELLO);

        assertThat(read(HELLO, 0)).hasValue(HELLO.from(0));
        assertThat(store().sweep(NONE, tomorrow())).isEqualTo(1);
    }

    @Test
    void the_same_bytes_may_come_from_several_at_once() throws IOException {
        Bytes many = Bytes.many(3_000_000);
        List<CompletableFuture<Void>> uploads = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.runAsync(() -> keep(many)))
                .toList();
        for (CompletableFuture<Void> upload : uploads) upload.join();

        assertThat(read(many, 0)).hasValue(many.from(0));
    }

    @Test
    void a_sweep_takes_what_nobody_names() throws IOException {
        keep(HELLO);
        keep(OTHER);

        assertThat(store().sweep(Set.of(HELLO.hash()), tomorrow())).isEqualTo(1);
        assertThat(read(HELLO, 0)).isPresent();
        assertThat(read(OTHER, 0)).isEmpty();
        assertThat(store().sweep(Set.of(HELLO.hash()), tomorrow())).isZero();
    }

    @Test
    void a_sweep_leaves_what_has_just_come() throws IOException {
        keep(HELLO);

        assertThat(store().sweep(NONE, Instant.now().minusSeconds(60))).isZero();
        assertThat(read(HELLO, 0)).isPresent();
    }

    @Test
    void what_was_kept_once_more_has_just_come() throws IOException {
        keep(HELLO);
        age();
        keep(HELLO);

        assertThat(store().sweep(NONE, Instant.now().minusSeconds(60))).isZero();
        assertThat(read(HELLO, 0)).hasValue(HELLO.from(0));
    }

    @Test
    void what_was_swept_can_be_kept_again() throws IOException {
        keep(HELLO);
        age();
        assertThat(store().sweep(NONE, Instant.now().minusSeconds(60))).isEqualTo(1);
        keep(HELLO);

        assertThat(read(HELLO, 0)).hasValue(HELLO.from(0));
    }

    @Test
    void an_empty_store_can_be_swept() throws IOException {
        assertThat(store().sweep(NONE, tomorrow())).isZero();
    }

    @Test
    void only_a_hash_is_a_key() {
        assertThatIllegalArgumentException().isThrownBy(() -> store().read("../../etc/passwd", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> store().keep("abc", HELLO.file(uploads)));
    }

    /** Makes everything that is kept a day old. */
    protected abstract void age() throws IOException;

    private static Instant tomorrow() {
        return Instant.now().plusSeconds(86_400);
    }

    private void keep(Bytes bytes) {
        try {
            store().keep(bytes.hash(), bytes.file(uploads));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> read(Bytes bytes, long from) throws IOException {
        Optional<InputStream> found = store().read(bytes.hash(), from);
        if (found.isEmpty()) return Optional.empty();
        try (InputStream in = found.get()) {
            return Optional.of(in.readAllBytes());
        }
    }
}
