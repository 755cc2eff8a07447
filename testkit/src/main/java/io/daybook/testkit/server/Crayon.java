package io.daybook.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A client of the Crayon API. A request that the server did not answer ends in an {@link IOException}. */
public final class Crayon implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    public Crayon(URI server) {
        this.server = server;
    }

    /** The query string of names and values, in turns. */
    public static String query(String... pairs) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            query.append(i == 0 ? '?' : '&').append(pairs[i]).append('=');
            query.append(URLEncoder.encode(pairs[i + 1], UTF_8));
        }
        return query.toString();
    }

    /** Asks again for as long as the server says that its views are being rebuilt. */
    public byte[] get(String path) throws IOException {
        HttpRequest request = request(path, null).GET().build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<byte[]> response = send(request, BodyHandlers.ofByteArray());
        while (response.statusCode() == 503 && System.nanoTime() < end) {
            response = send(request, BodyHandlers.ofByteArray());
        }
        return sound(request, response);
    }

    /** Into a file, for what may be too big for memory. */
    public void get(String path, Path file) throws IOException {
        answer(request(path, null).GET(), BodyHandlers.ofFile(file));
    }

    public void create(String xp, @Nullable String key) throws IOException {
        post("/data", BodyPublishers.ofString(Json.text(xp)), key);
    }

    public void delete(String xp, @Nullable String key) throws IOException {
        answer(request("/data" + query("xp", xp), key).DELETE(), BodyHandlers.ofByteArray());
    }

    public void post(String path, String body, @Nullable String key) throws IOException {
        post(path, BodyPublishers.ofString(body), key);
    }

    /** Restores a zip, over what has the name. */
    public void restore(String xp, Path zip, @Nullable String key) throws IOException {
        HttpRequest.Builder request = request("/backup" + query("xp", xp, "force", "1"), key);
        answer(
                request.header("Content-Type", "application/zip").POST(BodyPublishers.ofFile(zip)),
                BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private void post(String path, BodyPublisher body, @Nullable String key) throws IOException {
        answer(request(path, key).POST(body), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, @Nullable String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private <T> T answer(HttpRequest.Builder request, BodyHandler<T> handler) throws IOException {
        HttpRequest built = request.build();
        return sound(built, send(built, handler));
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
        try {
            return http.send(request, handler);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static <T> T sound(HttpRequest request, HttpResponse<T> response) {
        if (response.statusCode() == 200) return response.body();
        String text = response.body() instanceof byte[] bytes ? new String(bytes, UTF_8) : "";
        throw new AssertionError(
                request.method() + " " + request.uri() + " was answered " + response.statusCode() + " " + text);
    }
}
