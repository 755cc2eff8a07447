package io.daybook.benchmarks.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * A keep-alive connection that understands as little HTTP as will do: it shares the machine with the server, and what
 * it costs would be taken for the server's cost.
 */
public final class Connection implements AutoCloseable {

    private static final int DEADLINE_MILLIS = 120_000;

    /** Where the status stands in {@code HTTP/1.1 200}. */
    private static final int STATUS = 9;

    private static final int REFUSED = 300;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    public Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(DEADLINE_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /**
     * @param bytes in the body
     * @param refusal the body, of an answer that refuses; otherwise empty
     */
    public record Answer(int status, String head, long bytes, String refusal) {

        public boolean refused() {
            return status >= REFUSED;
        }

        /** A figure among whose requests one has failed is none. */
        public Answer done() throws IOException {
            if (refused()) throw new IOException("refused: " + head + refusal);
            return this;
        }
    }

    public Answer exchange(byte[] request) throws IOException {
        out.write(request);
        String head = head();
        int status = Integer.parseInt(head, STATUS, STATUS + 3, 10);
        if (status < REFUSED) return new Answer(status, head, body(head, OutputStream.nullOutputStream()), "");
        ByteArrayOutputStream refusal = new ByteArrayOutputStream();
        return new Answer(status, head, body(head, refusal), refusal.toString(UTF_8));
    }

    /** The body of the answer. */
    public String text(byte[] request) throws IOException {
        out.write(request);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        body(head(), text);
        return text.toString(UTF_8);
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

    private long body(String head, OutputStream kept) throws IOException {
        if (after(head, "Transfer-Encoding: ") < 0) return take(length(head), kept);
        long sum = 0;
        for (long chunk = chunk(); chunk > 0; chunk = chunk()) {
            sum += take(chunk, kept);
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

    private long take(long bytes, OutputStream kept) throws IOException {
        long left = bytes;
        while (left > 0) {
            if (from == to) refill();
            int here = (int) Math.min(left, to - from);
            kept.write(buffer, from, here);
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
    private static long length(String head) {
        int from = after(head, "Content-Length: ");
        return from < 0 ? 0 : Long.parseLong(head, from, head.indexOf('\r', from), 10);
    }

    /** Where a header's value begins; below 0 when it is not there. Some servers write small letters only. */
    private static int after(String head, String header) {
        int at = head.indexOf(header);
        if (at < 0) at = head.indexOf(header.toLowerCase(Locale.ROOT));
        return at < 0 ? at : at + header.length();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
