package io.daybook.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * A keep-alive connection that understands as little HTTP as will do: it shares the machine with the server, and what
 * it costs would be taken for the server's cost.
 */
final class Connection implements AutoCloseable {

    private static final int DEADLINE_MILLIS = 60_000;

    /** Where the status stands in {@code HTTP/1.1 200}. */
    private static final int STATUS = 9;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(DEADLINE_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** @param bytes in the body */
    record Answer(int status, String head, long bytes) {

        long number(String header) {
            return Connection.number(head, header + ": ");
        }
    }

    Answer exchange(byte[] request) throws IOException {
        out.write(request);
        String head = head();
        return new Answer(Integer.parseInt(head, STATUS, STATUS + 3, 10), head, body(head));
    }

    /** The body of an answer whose length it tells. */
    String text(byte[] request) throws IOException {
        out.write(request);
        int length = (int) number(head(), "Content-Length: ");
        StringBuilder text = new StringBuilder();
        while (text.length() < length) text.append((char) next());
        return text.toString();
    }

    private String head() throws IOException {
        from = 0;
        to = 0;
        int end = 0;
        while (end < 4 || !endsHead(end)) {
            if (end == to) fill();
            end++;
        }
        from = end;
        return new String(buffer, 0, end, ISO_8859_1);
    }

    private boolean endsHead(int end) {
        return buffer[end - 1] == '\n' && buffer[end - 2] == '\r' && buffer[end - 3] == '\n';
    }

    private long body(String head) throws IOException {
        if (!head.contains("Transfer-Encoding: chunked")) return skip(number(head, "Content-Length: "));
        long sum = 0;
        for (long chunk = chunk(); chunk > 0; chunk = chunk()) {
            sum += skip(chunk);
            line();
        }
        line();
        return sum;
    }

    private long chunk() throws IOException {
        return Long.parseLong(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = next(); c != '\n'; c = next()) if (c != '\r') line.append((char) c);
        return line.toString();
    }

    private int next() throws IOException {
        if (from == to) refill();
        return buffer[from++];
    }

    private long skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            if (from == to) refill();
            int here = (int) Math.min(left, to - from);
            from += here;
            left -= here;
        }
        return bytes;
    }

    private void refill() throws IOException {
        from = 0;
        to = 0;
        fill();
    }

    private void fill() throws IOException {
        int read = in.read(buffer, to, buffer.length - to);
        if (read <= 0) throw new EOFException("the server closed the connection");
        to += read;
    }

    /** 0 when the header is not there. */
    private static long number(String head, String header) {
        int at = head.indexOf(header);
        if (at < 0) return 0;
        return Long.parseLong(head, at + header.length(), head.indexOf('\r', at), 10);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
