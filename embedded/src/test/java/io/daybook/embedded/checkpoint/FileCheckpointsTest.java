package io.daybook.embedded.checkpoint;

import static io.daybook.testkit.eventstore.Notes.note;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.Checkpoint;
import io.daybook.api.log.Checkpoints.Reason;
import io.daybook.embedded.eventstore.SqliteStoreUnderTest;
import io.daybook.testkit.eventstore.StoreUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // opened before each test
class FileCheckpointsTest {

    @TempDir
    private Path folder;

    private StoreUnderTest.Opened opened;
    private FileCheckpoints checkpoints;

    @BeforeEach
    void a_log_of_three_events() {
        opened = log("one");
        append(opened, 3);
        checkpoints = new FileCheckpoints(opened.log(), folder.resolve("one"));
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private StoreUnderTest.Opened log(String home) {
        try {
            return new SqliteStoreUnderTest().open(Files.createDirectories(folder.resolve(home)));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static void append(StoreUnderTest.Opened log, int count) {
        for (int i = 0; i < count; i++)
            log.store().publish(note("one", log.log().head()));
    }

    private static Reason reason(FileCheckpoints checkpoints, Checkpoint checkpoint) {
        return checkpoints.check(checkpoint).reason();
    }

    @Test
    @Tag("ops-0.instants")
    void a_checkpoint_is_of_the_head_and_holds_when_the_log_grows() {
        Checkpoint made = checkpoints.make();
        append(opened, 2);

        assertThat(made.position()).isEqualTo(3);
        assertThat(made.timestamp()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(checkpoints.check(made).verified()).isTrue();
        assertThat(checkpoints.all()).containsExactly(made);
        assertThat(checkpoints.verify(1, 5).verified()).isTrue();
    }

    /** The hashes in the file are left as they were. */
    @Test
    void a_payload_that_was_altered_is_found_by_a_later_checkpoint() throws Exception {
        Checkpoint made = checkpoints.make();
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("one/events.db"));
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER events_are_not_changed");
            statement.execute("UPDATE events SET payload = '\"other\"' WHERE position = 2");
        }

        assertThat(reason(checkpoints, made)).isEqualTo(Reason.HASH);
    }

    @Test
    @Tag("ops-4.checkpoints.key")
    void whoever_opens_the_folder_again_has_the_same_key() {
        Checkpoint made = checkpoints.make();

        assertThat(new FileCheckpoints(opened.log(), folder.resolve("one")).make())
                .isEqualTo(made);
    }

    @Test
    @Tag("ops-4.checkpoints.key")
    @Tag("ops-6.keys")
    void the_private_key_is_its_owners() throws IOException {
        checkpoints.make();

        Path key = folder.resolve("one/keys/checkpoint.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    /** With nothing but Java's own means, and what the contract says. */
    @Test
    @Tag("ops-4.checkpoints.signature")
    @Tag("ops-7.hashes")
    @Tag("ops-7.checkpoint")
    void anybody_can_check_a_signature() throws Exception {
        Checkpoint made = checkpoints.make();
        assertThat(made.hash()).matches("[0-9a-f]{64}");
        assertThat(Base64.getDecoder().decode(made.signature())).hasSize(64);
        byte[] raw = Base64.getDecoder().decode(made.publicKey());
        assertThat(raw).hasSize(32);

        String x509 = "302a300506032b6570032100" + HexFormat.of().formatHex(raw);
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(x509))));
        ed25519.update(("daybook-checkpoint-v1\n3\n" + made.hash() + "\n" + made.timestamp() + "\n").getBytes(UTF_8));

        assertThat(ed25519.verify(Base64.getDecoder().decode(made.signature()))).isTrue();
    }

    @Test
    @Tag("ops-4.checkpoints.compared")
    @Tag("ops-4.keys")
    @Tag("ops-7.verdict")
    void every_part_of_a_checkpoint_counts() {
        Checkpoint made = checkpoints.make();
        String hash = "00" + made.hash().substring(2);

        assertThat(reason(
                        checkpoints,
                        new Checkpoint(2, made.hash(), made.timestamp(), made.signature(), made.publicKey())))
                .isEqualTo(Reason.SIGNATURE);
        assertThat(reason(checkpoints, new Checkpoint(3, hash, made.timestamp(), made.signature(), made.publicKey())))
                .isEqualTo(Reason.SIGNATURE);
        assertThat(reason(checkpoints, new Checkpoint(3, made.hash(), "then", made.signature(), made.publicKey())))
                .isEqualTo(Reason.SIGNATURE);
        assertThat(reason(checkpoints, new Checkpoint(3, made.hash(), made.timestamp(), "c2ln", made.publicKey())))
                .isEqualTo(Reason.SIGNATURE);
        assertThat(reason(checkpoints, new Checkpoint(3, made.hash(), made.timestamp(), made.signature(), "a2V5")))
                .isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    @Tag("ops-4.checkpoints.compared")
    @Tag("ops-4.keys")
    @Tag("ops-7.verdict")
    void another_log_is_found_by_its_length_or_its_hashes() throws IOException {
        Checkpoint made = checkpoints.make();
        StoreUnderTest.Opened other = log("two");
        FileCheckpoints others = new FileCheckpoints(other.log(), folder.resolve("two"));
        assertThat(reason(others, made)).isEqualTo(Reason.UNKNOWN_KEY);

        Files.createDirectories(folder.resolve("two/keys/trusted"));
        Files.writeString(folder.resolve("two/keys/trusted/one.pub"), made.publicKey() + "\n");
        assertThat(reason(others, made)).isEqualTo(Reason.LENGTH);
        append(other, 3);
        assertThat(reason(others, made)).isEqualTo(Reason.HASH);
        other.close();
    }

    @Test
    @Tag("ops-4.forger.used")
    @Tag("ops-7.cut-tail")
    void a_log_that_was_cut_off_or_rewritten_is_found_by_what_is_kept() throws IOException {
        checkpoints.make();
        append(opened, 1);
        checkpoints.make();
        StoreUnderTest.Opened cut = log("cut");
        append(cut, 2);
        FileCheckpoints ofCut = new FileCheckpoints(cut.log(), folder.resolve("cut"));
        copy("keys/checkpoint.key", "keys/checkpoint.pub", "checkpoints/3.json", "checkpoints/4.json");

        assertThat(ofCut.verify(1, 2).firstBad()).isEqualTo(3);
        assertThat(ofCut.verify(1, 2).reason()).isEqualTo("MISSING");
        append(cut, 5);
        assertThat(ofCut.verify(1, 7).firstBad()).isEqualTo(3);
        assertThat(ofCut.verify(1, 7).reason()).isEqualTo("CHECKPOINT");
        assertThat(ofCut.verify(1, 2).verified()).isTrue();
        cut.close();
    }

    private void copy(String... files) throws IOException {
        for (String file : files) {
            Path to = folder.resolve("cut").resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(folder.resolve("one").resolve(file), to);
        }
    }

    @Test
    void a_file_that_is_no_checkpoint_is_left_out() throws IOException {
        Checkpoint made = checkpoints.make();
        Files.writeString(folder.resolve("one/checkpoints/9.json"), "{");

        assertThat(checkpoints.all()).containsExactly(made);
    }

    @Test
    void an_earlier_place_can_be_signed_and_is_not_kept() {
        Checkpoint signed = checkpoints.sign(2);

        assertThat(signed.hash()).isEqualTo(opened.log().at(2).orElseThrow().hashHex());
        assertThat(checkpoints.check(signed).verified()).isTrue();
        assertThat(FileCheckpoints.isSigned(signed)).isTrue();
        assertThat(checkpoints.all()).isEmpty();
    }

    @Test
    @Tag("ops-7.restore.keys")
    void keys_that_came_with_a_backup_count() throws IOException {
        FileCheckpoints other = new FileCheckpoints(opened.log(), folder.resolve("other"));
        Checkpoint signed = other.sign(3);
        assertThat(reason(checkpoints, signed)).isEqualTo(Reason.UNKNOWN_KEY);

        checkpoints.trust(other.publicKeys());
        checkpoints.trust(other.publicKeys());

        assertThat(reason(checkpoints, signed)).isNull();
        assertThat(checkpoints.publicKeys()).hasSize(2).contains(signed.publicKey());
        checkpoints.trust(checkpoints.publicKeys());
        assertThat(checkpoints.publicKeys()).hasSize(2);
    }

    @Test
    void only_what_was_signed_of_another_beginning_is_forgotten() throws Exception {
        checkpoints.keep(checkpoints.sign(1));
        checkpoints.make();

        checkpoints.forgetBeginning(opened.log().at(1).orElseThrow().hashHex());
        assertThat(checkpoints.all()).hasSize(2);
        checkpoints.forgetBeginning("00");
        assertThat(checkpoints.all()).extracting(Checkpoint::position).containsExactly(3L);
    }
}
