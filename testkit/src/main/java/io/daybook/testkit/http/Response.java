package io.daybook.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer, and what is expected of it. */
public final class Response {

    private final HttpResponse<byte[]> response;

    Response(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public @Nullable String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public Response hasStatus(int status) {
        assertThat(status()).as("status of %s: %s", response.request(), text()).isEqualTo(status);
        return this;
    }

    public Response hasBody(String body) {
        assertThat(text()).isEqualTo(body);
        return this;
    }

    public Response hasHeader(String name, String value) {
        assertThat(header(name)).as(name).isEqualTo(value);
        return this;
    }

    public Response says(String part) {
        assertThat(text()).contains(part);
        return this;
    }

    /** One sentence of plain text, as Crayon's clients print it. */
    public Response isPlainText() {
        assertThat(header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(text()).isNotBlank().doesNotContain("<", "Exception");
        return this;
    }

    /** The tracking API's two-key object. */
    public Response isEnvelope(String code) {
        assertThat(header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(text()).startsWith("{\"code\":\"" + code + "\",\"message\":\"");
        return this;
    }
}
