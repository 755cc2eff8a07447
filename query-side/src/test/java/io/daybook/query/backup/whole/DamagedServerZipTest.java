package io.daybook.query.backup.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.backup.zip.BrokenArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** One changed byte of a server's backup, or a lost end, makes it refused or changes nothing. */
class DamagedServerZipTest {

    private static byte[] zip = {};
    private static Path file = Path.of("");
    private static List<String> whole = List.of();

    @BeforeContainer
    static void write_a_backup() throws IOException {
        zip = WholeServer.small().backup(0);
        file = Files.createTempFile("backup", ".zip");
        Files.write(file, zip);
        whole = WholeServer.checked(file);
        assertThat(whole).hasSize(6);
    }

    @AfterContainer
    static void remove_it() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 1000)
    void a_byte(@ForAll @IntRange(max = 1 << 20) int place, @ForAll @ByteRange(min = 1) byte change)
            throws IOException {
        byte[] damaged = zip.clone();
        damaged[place % zip.length] ^= change;
        Files.write(file, damaged);

        assertThat(checked()).isIn(whole, List.of());
    }

    @Property(tries = 200)
    void an_end(@ForAll @IntRange(max = 1 << 20) int length) throws IOException {
        Files.write(file, java.util.Arrays.copyOf(zip, length % zip.length));

        assertThat(checked()).isEmpty();
    }

    private static List<String> checked() throws IOException {
        try {
            return WholeServer.checked(file);
        } catch (BrokenArchive refused) {
            assertThat(refused.reason()).isNotBlank();
            return List.of();
        }
    }
}
