package io.daybook.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A request that is being put together. */
public final class Request {

    private final HttpClient client;
    private final String method;
    private final HttpRequest.Builder builder;
    private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

    Request(HttpClient client, String method, URI uri) {
        this.client = client;
        this.method = method;
        builder = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    }

    public Request header(String name, String value) {
        builder.header(name, value);
        return this;
    }

    /** Without a content type, as some clients send it. */
    public Request body(String text) {
        body = BodyPublishers.ofString(text);
        return this;
    }

    public Request body(String contentType, byte[] bytes) {
        body = BodyPublishers.ofByteArray(bytes);
        return header("Content-Type", contentType);
    }

    public Response send() throws IOException {
        try {
            return new Response(client.send(builder.method(method, body).build(), BodyHandlers.ofByteArray()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    public Response answers(int status) {
        try {
            return send().hasStatus(status);
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }

    public Response answers(int status, String body) {
        return answers(status).hasBody(body);
    }
}
