package io.daybook.testkit.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to one server: {@code http.post("/data").body("\"foo\"").answers(200, "ok")}. Follows no redirects, and waits
 * for nothing longer than half a minute.
 */
public final class HttpCaller implements AutoCloseable {

    private final HttpClient client;
    private final String base;
    private final @Nullable String authorization;

    public HttpCaller(int port) {
        this(newClient(), "http://127.0.0.1:" + port, null);
    }

    private HttpCaller(HttpClient client, String base, @Nullable String authorization) {
        this.client = client;
        this.base = base;
        this.authorization = authorization;
    }

    /** Speaks to the same server, over the same connections, as somebody. */
    public HttpCaller as(String authorization) {
        return new HttpCaller(client, base, authorization);
    }

    public String base() {
        return base;
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(30))
                .build();
    }

    public Request get(String path, String... parameters) {
        return request("GET", path, parameters);
    }

    public Request post(String path, String... parameters) {
        return request("POST", path, parameters);
    }

    public Request delete(String path, String... parameters) {
        return request("DELETE", path, parameters);
    }

    /** @param parameters names and values in turn, not yet encoded */
    public Request request(String method, String path, String... parameters) {
        Request request = new Request(client, method, URI.create(base + path + query(parameters)));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private static String query(String... parameters) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? '?' : '&').append(parameters[i]).append('=').append(encoded(parameters[i + 1]));
        }
        return query.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
