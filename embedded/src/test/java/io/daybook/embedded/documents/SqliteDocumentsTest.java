package io.daybook.embedded.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import io.daybook.testkit.documents.DocumentsContract;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteDocumentsTest extends DocumentsContract {

    private static final View STOCK = new View("stock", 1, Set.of("items"));

    @TempDir
    private Path home;

    @Override
    protected Documents connect() {
        return new SqliteDocuments(home.resolve("views"));
    }

    @Override
    protected void drop() {
        if (!Files.exists(home.resolve("views"))) return;
        try (Stream<Path> files = Files.list(home.resolve("views"))) {
            for (Path path : files.toList()) Files.delete(path);
            Files.delete(home.resolve("views"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void building_one_touches_nothing() {
        try (Documents untouched = new SqliteDocuments(home.resolve("a/b"))) {
            assertThat(home.resolve("a")).doesNotExist();
            untouched.open(STOCK, LOG);
        }
        assertThat(home.resolve("a/b/views.db")).exists();
    }

    @Test
    void a_file_that_is_none_of_ours_gives_way_to_an_empty_one() throws Exception {
        documents().close();
        Files.write(
                file(),
                "no database at all, but long enough to look like one"
                        .repeat(100)
                        .getBytes(UTF_8));

        restart();

        assertEmptyAndUsable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRAGMA application_id = 7", "PRAGMA user_version = 2", "PRAGMA user_version = 0"})
    void a_database_of_another_kind_or_format_gives_way_to_an_empty_one(String marking) throws Exception {
        fill();
        documents().close();
        change(marking);

        restart();

        assertEmptyAndUsable();
    }

    @Test
    void a_damaged_file_gives_way_to_an_empty_one() throws Exception {
        fill();
        documents().close();
        overwrite(Files.size(file()) / 4, Files.size(file()) / 2);

        restart();

        assertEmptyAndUsable();
    }

    @Test
    void a_file_cut_short_gives_way_to_an_empty_one() throws Exception {
        fill();
        documents().close();
        try (RandomAccessFile cut = new RandomAccessFile(file().toFile(), "rw")) {
            cut.setLength(cut.length() / 3);
        }

        restart();

        assertEmptyAndUsable();
    }

    @Test
    void damage_met_while_running_is_mended_by_opening_the_view_again() throws Exception {
        fill();
        documents().close();
        restart();
        overwrite(16_384, Files.size(file()));

        assertThatIllegalStateException()
                .isThrownBy(() -> documents().range("items", new Range("item/", "item0", 10_000, false)));
        assertEmptyAndUsable();
        restart();
        assertThat(documents().get("items", "item/0")).isPresent();
    }

    @Test
    void damage_met_by_opening_a_view_is_mended_at_once() throws Exception {
        fill();
        documents().close();
        restart();
        overwrite(16_384, Files.size(file()));

        documents().open(STOCK, "another log");

        assertThat(documents().position(STOCK)).isZero();
        documents().apply(STOCK, 0, 1, List.of(item(0, 1)));
    }

    @Test
    void what_was_written_is_there_after_the_process_was_killed() throws Exception {
        fill();
        Path copy = Files.createDirectory(home.resolve("copy"));
        for (String name : List.of("views.db", "views.db-wal")) {
            Files.copy(home.resolve("views").resolve(name), copy.resolve(name));
        }

        try (Documents copied = new SqliteDocuments(copy)) {
            copied.open(STOCK, LOG);
            assertThat(copied.position(STOCK)).isEqualTo(1);
            assertThat(copied.count(STOCK)).isEqualTo(2_000);
        }
    }

    @Test
    void a_batch_that_fails_in_the_middle_changes_nothing() {
        fill();
        Change broken = new Change.Put("items", "item/broken", 2, null);

        assertThatIllegalStateException().isThrownBy(() -> documents().apply(STOCK, 1, 2, List.of(item(0, 2), broken)));

        assertThat(documents().position(STOCK)).isEqualTo(1);
        assertThat(documents().get("items", "item/0").orElseThrow().position()).isEqualTo(1);
        documents().apply(STOCK, 1, 2, List.of(item(0, 2)));
    }

    private void fill() {
        documents().open(STOCK, LOG);
        documents()
                .apply(
                        STOCK,
                        0,
                        1,
                        IntStream.range(0, 2_000).mapToObj(i -> item(i, 1)).toList());
    }

    private static Change item(int number, long position) {
        return new Change.Put("items", "item/" + number, position, new byte[500]);
    }

    private void assertEmptyAndUsable() {
        documents().open(STOCK, LOG);
        assertThat(documents().position(STOCK)).isZero();
        assertThat(documents().count(STOCK)).isZero();
        documents().apply(STOCK, 0, 1, List.of(item(0, 1)));
        assertThat(documents().get("items", "item/0")).isPresent();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void overwrite(long from, long to) throws IOException {
        byte[] noise = new byte[(int) (to - from)];
        Arrays.fill(noise, (byte) 0x5A);
        try (RandomAccessFile damaged = new RandomAccessFile(file().toFile(), "rw")) {
            damaged.seek(from);
            damaged.write(noise);
        }
    }

    private Path file() {
        return home.resolve("views/views.db");
    }
}
