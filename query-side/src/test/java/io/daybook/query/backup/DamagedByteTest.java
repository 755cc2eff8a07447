package io.daybook.query.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.backup.Archive;
import io.daybook.query.backup.Story.Points;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** One changed byte of a backup, anywhere, makes it refused or changes nothing: it never makes other points of it. */
class DamagedByteTest {

    private static byte[] zip = {};
    private static Path file = Path.of("");
    private static Points points = new Points(java.util.List.of(), java.util.List.of());

    @BeforeContainer
    static void write_a_backup() throws IOException {
        zip = Story.small().backup();
        file = Files.createTempFile("backup", ".zip");
        Files.write(file, zip);
        points = Points.of((Archive.Sound) Story.archives(new MemoryLog()).open(file));
    }

    @AfterContainer
    static void remove_it() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 1000)
    void never_yields_other_points(@ForAll @IntRange(max = 1 << 20) int place, @ForAll @ByteRange(min = 1) byte change)
            throws IOException {
        byte[] damaged = zip.clone();
        damaged[place % zip.length] ^= change;
        Files.write(file, damaged);

        Archive archive = Story.archives(new MemoryLog()).open(file);

        if (archive instanceof Archive.Sound sound) assertThat(Points.of(sound)).isEqualTo(points);
    }
}
