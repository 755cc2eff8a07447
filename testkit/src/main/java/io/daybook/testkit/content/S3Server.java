package io.daybook.testkit.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of an S3 server as a store of bytes needs, in memory, on a free port. It refuses bytes that have changed. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "lab";
    public static final String ACCESS_KEY = "key-of-tests";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final S3Objects objects = new S3Objects();

    public S3Server() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void clear() {
        objects.clear();
    }

    /** As if everything had been sent at that moment. */
    public void date(Instant moment) {
        objects.date(moment);
    }

    /** How many objects came in several parts. */
    public int inParts() {
        return objects.inParts();
    }

    /** How many uploads in parts were begun and neither completed nor given up. */
    public int unfinished() {
        return objects.unfinished();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            S3Reply reply = reply(exchange);
            exchange.getRequestBody().readAllBytes();
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            byte[] body = reply.body();
            if (head) exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(reply.status(), head || body.length == 0 ? -1 : body.length);
            if (!head && body.length > 0) exchange.getResponseBody().write(body);
        }
    }

    private S3Reply reply(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!signed.contains("Credential=" + ACCESS_KEY + "/")) return S3Reply.error(403, "AccessDenied");
        if (!(path + "/").startsWith("/" + BUCKET + "/")) return S3Reply.error(404, "NoSuchBucket");
        S3Query query = new S3Query(String.valueOf(exchange.getRequestURI().getRawQuery()));
        String key = path.length() > BUCKET.length() + 2 ? path.substring(BUCKET.length() + 2) : "";
        return switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, key, query);
            case "POST" -> query.has("uploads") ? objects.begin(key) : complete(exchange, key, query);
            case "DELETE" -> query.has("uploadId") ? objects.abort(query.get("uploadId")) : objects.delete(key);
            case "HEAD" -> objects.get(key, null);
            default ->
                key.isEmpty()
                        ? objects.list(query)
                        : objects.get(key, exchange.getRequestHeaders().getFirst("Range"));
        };
    }

    private S3Reply put(HttpExchange exchange, String key, S3Query query) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        String sum = exchange.getRequestHeaders().getFirst("x-amz-checksum-sha256");
        if (!Bytes.of(bytes).sum().equals(sum)) return S3Reply.error(400, "BadDigest");
        if (!query.has("partNumber")) return objects.put(key, bytes);
        return objects.part(query.get("uploadId"), Integer.parseInt(query.get("partNumber")), bytes);
    }

    private S3Reply complete(HttpExchange exchange, String key, S3Query query) throws IOException {
        String parts = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        return objects.complete(key, query.get("uploadId"), parts);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
