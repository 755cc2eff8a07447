package io.daybook.server.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.content.Sweep;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.content.S3Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What becomes of files, wherever their bytes are kept. */
class ArtifactIT {

    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    enum Place {
        FILESYSTEM,
        GRIDFS,
        S3;

        String setting() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static RunningServer server(Place place, S3Server s3) {
        return server(place == Place.GRIDFS ? Engine.MONGODB : Engine.SQLITE, place, s3);
    }

    private static RunningServer server(Engine engine, Place place, S3Server s3) {
        return RunningServer.on(engine)
                .with("daybook.artifacts.backend", place.setting())
                .with("daybook.artifacts.s3.bucket", S3Server.BUCKET)
                .with("daybook.artifacts.s3.endpoint", s3.endpoint().toString())
                .with("daybook.artifacts.s3.access-key", S3Server.ACCESS_KEY)
                .with("daybook.artifacts.s3.secret-key", "the-secret");
    }

    private static byte[] form(String... parts) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            form.append("--b\r\nContent-Disposition: form-data; name=\"").append(parts[i]);
            form.append("\"\r\n\r\n").append(parts[i + 1]).append("\r\n");
        }
        return form.append("--b--\r\n").toString().getBytes(UTF_8);
    }

    private static long experiment(RunningServer server) {
        TrackingClient client = new TrackingClient(server.http());
        return client.experiment(client.project());
    }

    private static long upload(RunningServer server, long experiment, String text) {
        String answer = server.http()
                .post("/resource/experiment/" + experiment)
                .body(LongForm.TYPE, form("name", "weights.bin", "data", text))
                .answers(201)
                .text();
        return Long.parseLong(answer.replaceAll("\\D", ""));
    }

    private static void change(RunningServer server, long resource, String... parts) {
        server.http()
                .request("PATCH", "/resource/" + resource)
                .body(LongForm.TYPE, form(parts))
                .answers(200, "{\"message\":\"UPDATED\"}");
    }

    private static JsonNode get(RunningServer server, long resource) {
        return new TrackingClient(server.http()).get("/resource/" + resource);
    }

    @ParameterizedTest
    @Tag("ops-1.artifacts")
    @EnumSource
    void a_file_is_uploaded_read_replaced_and_outlives_a_restart(Place place) {
        try (S3Server s3 = new S3Server();
                RunningServer server = server(place, s3).start()) {
            long resource = upload(server, experiment(server), "hello");
            assertThat(get(server, resource).get("content_hash").asString()).isEqualTo(HELLO);
            assertThat(get(server, resource).get("backend").asString()).isEqualTo(place.setting());
            server.http().get("/resource/" + resource + "/data").answers(200, "hello");

            change(server, resource, "description", "better", "data", "world!");
            server.restart();
            server.http().get("/resource/" + resource + "/data").answers(200, "world!");
            server.http()
                    .get("/resource/" + resource + "/data")
                    .header("Range", "bytes=2-3")
                    .answers(206, "rl");
            assertThat(get(server, resource).get("size_bytes").asLong()).isEqualTo(6);
            assertThat(get(server, resource).get("description").asString()).isEqualTo("better");
        }
    }

    /** Each request goes to another of two nodes than the one before. */
    @ParameterizedTest
    @EnumSource(names = {"GRIDFS", "S3"})
    void nodes_share_what_is_uploaded_to_one_of_them(Place place) {
        try (S3Server s3 = new S3Server();
                RunningServer nodes = server(Engine.AXON_SERVER, place, s3)) {
            if (place == Place.GRIDFS) nodes.with("daybook.mongodb.uri", Engine.database());
            nodes.start();
            long resource = upload(nodes, experiment(nodes), "hello");

            for (int node = 0; node < 2; node++) {
                nodes.http().get("/resource/" + resource + "/data").answers(200, "hello");
                assertThat(get(nodes, resource).get("backend").asString()).isEqualTo(place.setting());
            }
        }
    }

    @Test
    void files_stay_readable_when_new_ones_go_elsewhere() {
        try (S3Server s3 = new S3Server();
                RunningServer server = server(Place.FILESYSTEM, s3).start()) {
            long experiment = experiment(server);
            long old = upload(server, experiment, "hello");
            server.with("daybook.artifacts.backend", "s3").restart();
            long recent = upload(server, experiment, "world!");

            server.http().get("/resource/" + old + "/data").answers(200, "hello");
            server.http().get("/resource/" + recent + "/data").answers(200, "world!");
            assertThat(get(server, old).get("backend").asString()).isEqualTo("filesystem");
            assertThat(get(server, recent).get("uri").asString()).startsWith("s3://lab/artifacts/");
        }
    }

    @Test
    void a_refused_upload_leaves_nothing() throws Exception {
        try (S3Server s3 = new S3Server();
                RunningServer server = server(Place.FILESYSTEM, s3).start()) {
            long experiment = experiment(server);
            new TrackingClient(server.http()).patch("/experiment/" + experiment, "{\"status_id\":2}");
            for (String path : new String[] {"/resource/experiment/" + experiment, "/resource/experiment/999"}) {
                server.http()
                        .post(path)
                        .body(LongForm.TYPE, form("name", "w", "data", "hello"))
                        .answers(422)
                        .isEnvelope("INVALID_PAYLOAD");
            }
            server.http()
                    .request("PATCH", "/resource/999")
                    .body(LongForm.TYPE, form("data", "hello"))
                    .answers(422);
            assertThat(server.home().resolve("artifacts")).doesNotExist();
            assertThat(server.home().resolve("tmp")).isEmptyDirectory();
        }
    }

    @Test
    @Tag("ops-6.artifacts")
    void what_no_event_names_is_swept_once_it_is_old() throws Exception {
        try (S3Server s3 = new S3Server();
                RunningServer server = server(Place.FILESYSTEM, s3).start()) {
            long resource = upload(server, experiment(server), "hello");
            new TrackingClient(server.http()).delete("/resource/" + resource);
            Path named = server.home().resolve("artifacts/2c").resolve(HELLO);
            Path stray = Files.writeString(named.resolveSibling("2c" + "0".repeat(62)), "stray");
            Path fresh = Files.writeString(named.resolveSibling("2c" + "1".repeat(62)), "fresh");
            for (Path old : new Path[] {named, stray}) {
                Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7_200)));
            }

            assertThat(server.bean(Sweep.class).run()).isEqualTo(1);
            assertThat(stray).doesNotExist();
            assertThat(named).exists();
            assertThat(fresh).exists();
        }
    }
}
