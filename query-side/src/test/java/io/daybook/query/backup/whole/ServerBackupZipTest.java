package io.daybook.query.backup.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.log.LoggedEvent;
import io.daybook.query.backup.zip.BrokenArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerBackupZipTest {

    @TempDir
    private Path folder;

    private final WholeServer server = WholeServer.small();

    private Path written(byte[] zip) throws IOException {
        return Files.write(folder.resolve("backup.zip"), zip);
    }

    @Test
    @Tag("ops-4.keys.backups")
    @Tag("ops-5.backup")
    @Tag("ops-7.zip")
    void all_of_a_server_is_in_it_and_the_manifest_comes_last() throws Exception {
        try (ServerZip zip = ServerZip.open(written(server.backup(0)), 1 << 20)) {
            ServerManifest manifest = zip.manifest();
            assertThat(manifest.counts()).isEqualTo(new ServerManifest.Counts(5, 1));
            assertThat(manifest.after()).isZero();
            assertThat(manifest.afterHash()).isEqualTo("0".repeat(64));
            assertThat(manifest.entries())
                    .extracting(entry -> entry.name().replaceAll("[0-9a-f]{64}", "…"))
                    .satisfiesExactly(
                            events -> assertThat(events).isEqualTo("events/1.ndjson"),
                            file -> assertThat(file).startsWith("artifacts/").endsWith("…"),
                            checkpoint -> assertThat(checkpoint).isEqualTo("checkpoint.json"),
                            key -> assertThat(key).isEqualTo("keys/1.pub"));
            assertThat(zip.publicKeys()).containsExactly(WholeServer.KEY);
            assertThat(zip.placeOf(3)).isEqualTo("line 3 of events/1.ndjson");
        }
    }

    @Test
    @Tag("ops-7.zip.events")
    void an_event_stands_as_it_is_stored() throws Exception {
        LoggedEvent stored = server.log.at(2).orElseThrow();
        try (ZipFile zip = new ZipFile(written(server.backup(0)).toFile());
                InputStream in = zip.getInputStream(zip.getEntry("events/1.ndjson"))) {
            assertThat(new String(in.readAllBytes(), UTF_8).lines().toList())
                    .hasSize(5)
                    .element(1)
                    .isEqualTo("{\"position\":2,\"id\":\"event-2\",\"timestamp\":" + stored.timestamp() + ","
                            + "\"aggregate_type\":\"project\",\"aggregate_id\":\"project-1\",\"sequence\":0,"
                            + "\"type\":\"ProjectCreated\",\"revision\":\"1\","
                            + "\"metadata\":{\"actor\":\"1\",\"via\":\"tracking\"},\"payload\":"
                            + new String(stored.payload(), UTF_8) + ",\"hash\":\"" + stored.hashHex() + "\"}");
        }
    }

    @Test
    void two_backups_of_one_place_are_the_same_bytes() throws Exception {
        assertThat(server.backup(0)).isEqualTo(server.backup(0));
    }

    @Test
    @Tag("ops-5.backup")
    void an_increment_begins_where_it_is_told_and_holds_the_files_that_it_names() throws Exception {
        try (ServerZip zip = ServerZip.open(written(server.backup(3)), 1 << 20)) {
            assertThat(zip.manifest().counts()).isEqualTo(new ServerManifest.Counts(2, 0));
            assertThat(zip.manifest().afterHash())
                    .isEqualTo(server.log.at(3).orElseThrow().hashHex());
        }
        assertThat(WholeServer.checked(folder.resolve("backup.zip"))).hasSize(2);
        assertThat(WholeServer.checked(written(server.backup(5)))).isEmpty();
    }

    @Test
    void a_file_that_is_damaged_where_it_is_kept_is_not_passed_on() {
        server.files.replaceAll((hash, bytes) -> new byte[3]);

        assertThatThrownBy(() -> server.backup(0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void what_unpacks_to_more_than_there_is_room_for_is_refused() throws Exception {
        Path zip = written(server.backup(0));

        assertThatThrownBy(() -> ServerZip.open(zip, 100))
                .isInstanceOf(BrokenArchive.class)
                .hasMessageContaining("100 bytes");
    }

    @Test
    void a_backup_that_breaks_off_has_no_end() throws Exception {
        byte[] zip = server.backup(0);

        assertThatThrownBy(() -> ServerZip.open(written(Arrays.copyOf(zip, zip.length - 1)), 1 << 20))
                .isInstanceOf(BrokenArchive.class);
    }
}
