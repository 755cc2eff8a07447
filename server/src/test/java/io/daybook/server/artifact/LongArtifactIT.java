package io.daybook.server.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Deadline;
import io.daybook.server.start.Launched;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.HttpCaller;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are longer than the memory; how long, {@code -Ddaybook.test.artifact=3000} says in megabytes. */
class LongArtifactIT {

    private static final long BYTES = Long.getLong("daybook.test.artifact", 300) << 20;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path home;

    private Launched server;
    private long experiment;

    @BeforeEach
    void start() throws Exception {
        server = Launched.with("--daybook.home=" + home, "--server.port=0", "--daybook.crayon.port=0");
        try (HttpCaller http = new HttpCaller(server.port())) {
            TrackingClient tracking = new TrackingClient(http);
            experiment = tracking.experiment(tracking.project());
        }
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    private HttpRequest.Builder request(String path) throws Exception {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofMinutes(20));
    }

    @Test
    void a_file_longer_than_the_memory_goes_up_and_comes_down() throws Exception {
        long begun = System.nanoTime();
        HttpResponse<String> created = client.send(
                request("/resource/experiment/" + experiment)
                        .header("Content-Type", LongForm.TYPE)
                        .POST(new LongForm(BYTES).publisher())
                        .build(),
                BodyHandlers.ofString());
        long up = System.nanoTime();
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String path = "/resource/" + created.body().replaceAll("\\D", "") + "/data";
        HttpResponse<InputStream> read = client.send(request(path).build(), BodyHandlers.ofInputStream());

        String hash = hash(new Generated(BYTES));
        assertThat(hash(read.body())).isEqualTo(hash);
        assertThat(read.headers().firstValue("ETag")).hasValue("\"" + hash + "\"");
        assertThat(files("artifacts")).hasSize(1);
        assertThat(files("tmp")).isEmpty();
        System.out.printf(
                "%d MB: up in %.1f s, down in %.1f s, memory at most %s%n",
                BYTES >> 20, (up - begun) / 1e9, (System.nanoTime() - up) / 1e9, peak());
    }

    @Test
    void an_upload_that_is_cut_off_leaves_nothing() throws Exception {
        LongForm form = new LongForm(64 << 20);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String head = "POST /resource/experiment/" + experiment + " HTTP/1.1\r\nHost: x\r\nContent-Type: "
                    + LongForm.TYPE + "\r\nContent-Length: " + form.length() + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            try (InputStream half = form.stream()) {
                socket.getOutputStream().write(half.readNBytes(32 << 20));
            }
            Deadline.until("the upload is spooled", () -> !files("tmp").isEmpty());
        }

        Deadline.until("the upload is gone", () -> files("tmp").isEmpty());
        assertThat(files("artifacts")).isEmpty();
    }

    private List<Path> files(String folder) throws IOException {
        if (!Files.exists(home.resolve(folder))) return List.of();
        try (Stream<Path> all = Files.walk(home.resolve(folder))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String hash(InputStream bytes) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[64 << 10];
        try (bytes) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What the server's process has held at most, where the system tells. */
    private String peak() throws IOException {
        Path status = Path.of("/proc", Long.toString(server.pid()), "status");
        if (!Files.exists(status)) return "unknown";
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.substring(6).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
