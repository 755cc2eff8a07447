package io.daybook.testkit.fault;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The backup of everything is being read when the server is killed. */
final class KilledBackup extends KilledAmid {

    /** Fewer bytes than a backup of {@link Bulk} has. */
    private static final int MOST = 4 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private @Nullable Bulk bulk;

    @Override
    public String name() {
        return "`kill -9` while a backup of everything was read";
    }

    @Override
    void prepare(HttpCaller http) throws IOException {
        bulk = Bulk.fill(http);
    }

    /** Whoever reads it is told that it is not whole. */
    @Override
    boolean killed(ServerProcess server, HttpCaller http) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(http.base() + "/ops/backup"))
                .timeout(PATIENCE)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            InputStream zip = client.send(request, BodyHandlers.ofInputStream()).body();
            zip.readNBytes(drawn(MOST));
            server.kill();
            return isCutOff(zip);
        }
    }

    private static boolean isCutOff(InputStream zip) {
        try (zip) {
            zip.transferTo(OutputStream.nullOutputStream());
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    @Override
    void check(HttpCaller http) throws IOException {
        if (bulk != null) bulk.check(http);
    }

    @Override
    String finish(Scene scene, HttpCaller http) throws Exception {
        byte[] zip = http.get("/ops/backup").send().hasStatus(200).bytes();
        String head = http.get("/audit/head").send().hasStatus(200).text();
        try (ServerProcess other = scene.beside().start();
                HttpCaller restored = other.http()) {
            restored.post("/ops/restore").body("application/zip", zip).send().hasStatus(200);
            restored.get("/audit/head").send().hasStatus(200).hasBody(head);
            check(restored);
        }
        return "whoever read it was told that it broke off; the next one, restored elsewhere, is the same log";
    }
}
