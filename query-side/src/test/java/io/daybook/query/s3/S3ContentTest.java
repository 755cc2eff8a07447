package io.daybook.query.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.daybook.api.resource.ContentStore;
import io.daybook.testkit.content.ContentStoreContract;
import io.daybook.testkit.content.S3Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3ContentTest extends ContentStoreContract {

    private static final int PART = 5 << 20;
    private static final String HASH = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private static S3Server server;

    @TempDir
    private Path uploads;

    @BeforeAll
    static void startServer() {
        server = new S3Server();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    protected ContentStore open() {
        server.clear();
        return new S3Content(address(server.endpoint(), S3Server.BUCKET), PART);
    }

    private static S3Address address(URI endpoint, String bucket) {
        return new S3Address(endpoint, "us-east-1", bucket, S3Server.ACCESS_KEY, "the-secret");
    }

    @AfterEach
    void close() {
        store().close();
    }

    @Override
    protected void age() {
        server.date(Instant.now().minusSeconds(86_400));
    }

    @Test
    void an_object_lies_below_the_first_two_digits_of_its_hash() {
        assertThat(store().uri(HASH)).isEqualTo("s3://lab/artifacts/2c/" + HASH);
        assertThat(store().backend()).isEqualTo("s3");
    }

    @Test
    void only_long_files_come_in_parts() throws IOException {
        store().keep(HASH, Files.writeString(uploads.resolve("hello"), "hello"));
        assertThat(server.inParts()).isZero();

        many_bytes_are_read_from_anywhere();
        assertThat(server.inParts()).isEqualTo(1);
        assertThat(server.unfinished()).isZero();
    }

    /** As Amazon does: an upload that took long would look old when it is whole. */
    @Test
    void what_came_in_parts_and_is_dated_by_its_beginning_has_just_come() throws IOException {
        many_bytes_are_read_from_anywhere();
        age();

        assertThat(store().sweep(Set.of(), Instant.now().minusSeconds(60))).isZero();
        assertThat(store().sweep(Set.of(), Instant.now().plusSeconds(60))).isEqualTo(1);
    }

    @Test
    void bytes_that_are_not_those_of_the_hash_are_refused() throws IOException {
        Path changed = Files.writeString(uploads.resolve("hello"), "hallo");

        assertThatIOException().isThrownBy(() -> store().keep(HASH, changed));
        assertThat(store().read(HASH, 0)).isEmpty();
    }

    @Test
    void a_lost_server_and_a_bucket_that_is_not_there_are_told() {
        try (ContentStore lost = new S3Content(address(URI.create("http://127.0.0.1:1"), "lab"));
                ContentStore nowhere = new S3Content(address(server.endpoint(), "attic"))) {
            assertThatIOException().isThrownBy(() -> lost.read(HASH, 0));
            assertThatIOException().isThrownBy(() -> nowhere.read(HASH, 0));
            assertThatIOException().isThrownBy(() -> nowhere.sweep(Set.of(), Instant.now()));
        }
    }

    @Test
    void an_address_does_not_tell_its_keys() {
        assertThat(address(server.endpoint(), "lab").toString()).doesNotContain("secret", S3Server.ACCESS_KEY);
    }
}
