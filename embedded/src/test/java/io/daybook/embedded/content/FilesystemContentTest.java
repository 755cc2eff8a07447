package io.daybook.embedded.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.resource.ContentStore;
import io.daybook.testkit.content.ContentStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemContentTest extends ContentStoreContract {

    private static final String HASH = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    private Path home;

    @Override
    protected ContentStore open() {
        return new FilesystemContent(artifacts());
    }

    private Path artifacts() {
        return home.resolve("artifacts");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(artifacts())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    protected void age() throws IOException {
        for (Path file : files()) age(file);
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(86_400)));
    }

    @Test
    void building_one_touches_nothing() {
        assertThat(artifacts()).doesNotExist();
    }

    @Test
    void a_file_lies_below_the_first_two_digits_of_its_hash() throws IOException {
        store().keep(HASH, Files.writeString(home.resolve("upload"), "hello"));

        assertThat(files()).containsExactly(artifacts().resolve("2c").resolve(HASH));
        assertThat(store().uri(HASH)).isEqualTo("file:///artifacts/2c/" + HASH);
        assertThat(store().backend()).isEqualTo("filesystem");
    }

    @Test
    void what_is_there_is_never_written_over() throws IOException {
        store().keep(HASH, Files.writeString(home.resolve("upload"), "hello"));
        store().keep(HASH, Files.writeString(home.resolve("upload"), "other"));

        assertThat(artifacts().resolve("2c").resolve(HASH)).hasContent("hello");
    }

    @Test
    void a_sweep_takes_half_copies_and_leaves_what_is_not_ours() throws IOException {
        Path folder = Files.createDirectories(artifacts().resolve("2c"));
        Path half = Files.writeString(folder.resolve(HASH + ".x.part"), "hel");
        Path fresh = Files.writeString(folder.resolve(HASH + ".y.part"), "hel");
        Path note = Files.writeString(folder.resolve("README"), "mine");
        age(half);
        age(note);

        assertThat(store().sweep(Set.of(), Instant.now().minusSeconds(3_600))).isEqualTo(1);
        assertThat(files()).containsExactlyInAnyOrder(fresh, note);
    }
}
