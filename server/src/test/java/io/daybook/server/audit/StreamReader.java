package io.daybook.server.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.testkit.http.HttpCaller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Somebody who reads the log as a stream, line by line, and only when asked to. */
final class StreamReader implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 25_000;
    private static final int LITTLE = 8_192;

    private final Socket socket;
    private final BufferedReader lines;

    private StreamReader(Socket socket) throws IOException {
        this.socket = socket;
        this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    /** Has read what comes before the first event. */
    static StreamReader of(HttpCaller http, String query, String... headers) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(LITTLE);
        socket.connect(
                new InetSocketAddress("127.0.0.1", URI.create(http.base()).getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        String head = "GET /audit/stream" + query + " HTTP/1.0\r\nHost: x\r\n" + String.join("\r\n", headers);
        socket.getOutputStream().write((head + (headers.length == 0 ? "\r\n" : "\r\n\r\n")).getBytes(UTF_8));
        StreamReader reader = new StreamReader(socket);
        for (String line = reader.line(); line != null && !line.isEmpty(); ) line = reader.line();
        return reader;
    }

    /** The next line; null at the end. */
    @Nullable String line() throws IOException {
        return lines.readLine();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
