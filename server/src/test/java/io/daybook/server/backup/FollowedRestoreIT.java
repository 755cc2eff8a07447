package io.daybook.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.past.Workload;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told to those who follow the log of a server while it is restored. */
class FollowedRestoreIT {

    private static final int CHANGES = 20;

    private final RunningServer origin = RunningServer.on(Engine.SQLITE);
    private final RunningServer copy = origin.another();

    @BeforeEach
    void start() {
        origin.start();
        copy.start();
    }

    @AfterEach
    void end() {
        origin.close();
        copy.close();
    }

    /** An open stream of the copy's log. */
    private final class Followed implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader lines;

        Followed(long after) throws IOException {
            socket = new Socket("127.0.0.1", URI.create(copy.http().base()).getPort());
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET /audit/stream?after=" + after + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(UTF_8));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
                assertThat(line).doesNotContain("HTTP/1.1 4", "HTTP/1.1 5");
            }
        }

        /** The next position that it tells; a comment instead when that comes first. */
        String next() throws IOException {
            String line = lines.readLine();
            while (!line.startsWith("id: ") && !line.startsWith(": ")) line = lines.readLine();
            return line;
        }

        /** Whether the answer ends, as chunked answers do, with nothing more in it. */
        boolean ends() throws IOException {
            String line = lines.readLine();
            while (line.isEmpty()) line = lines.readLine();
            return line.equals("0");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void a_stream_of_a_log_that_is_replaced_ends_and_says_so() throws Exception {
        Backups.fill(origin.http(), new Workload(origin.http(), 1), CHANGES);
        try (Followed told = new Followed(0);
                Followed waiting = new Followed(1)) {
            assertThat(told.next()).isEqualTo("id: 1");

            Backups.restore(copy.http(), Backups.take(origin.http())).hasStatus(200);

            for (Followed each : List.of(told, waiting)) {
                assertThat(each.next()).startsWith(": this log was replaced");
                assertThat(each.ends()).isTrue();
            }
        }
        try (Followed again = new Followed(0)) {
            assertThat(again.next()).isEqualTo("id: 1");
            assertThat(again.next()).isEqualTo("id: 2");
        }
    }

    @Test
    void a_stream_of_a_log_that_grows_by_an_increment_goes_on_in_it() throws Exception {
        Workload workload = new Workload(origin.http(), 2);
        Backups.fill(origin.http(), workload, CHANGES);
        byte[] first = Backups.take(origin.http());
        long one = Portrait.position(origin.http());
        Backups.fill(origin.http(), workload, CHANGES);
        byte[] second = Backups.take(origin.http(), one);
        long two = Portrait.position(origin.http());
        Backups.restore(copy.http(), first).hasStatus(200);

        try (Followed followed = new Followed(one - 1)) {
            assertThat(followed.next()).isEqualTo("id: " + one);
            Backups.restore(copy.http(), second).hasStatus(200);
            for (long position : LongStream.rangeClosed(one + 1, two).toArray()) {
                assertThat(followed.next()).isEqualTo("id: " + position);
            }
        }
    }
}
