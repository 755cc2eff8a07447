package io.daybook.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Deadline;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reader of the stream who stops reading, in front of more than lies between two sockets. */
class SlowReaderIT {

    private static final String LONG =
            IntStream.range(0, 50_000).mapToObj(Integer::toString).collect(Collectors.joining(","));

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE).with("server.tomcat.connection-timeout", "5s");

    @Test
    @Tag("ops-4.stream.slow")
    void is_cut_off_and_loses_nothing_by_coming_back() throws Exception {
        TrackingClient client = new TrackingClient(SERVER.http());
        long iteration = client.iteration(client.experiment(client.project()));
        for (int i = 0; i < 10; i++) log(iteration);
        long head = client.head();

        List<Long> seen = new ArrayList<>();
        try (StreamReader slow = StreamReader.of(SERVER.http(), "")) {
            Deadline.until("the reader is cut off", SlowReaderIT::hasEnded);
            readWhatIsLeft(slow, seen);
        }
        assertThat(seen.size()).isLessThan((int) head);

        long last = seen.isEmpty() ? 0 : seen.getLast();
        try (StreamReader again = StreamReader.of(SERVER.http(), "?to=" + head, "Last-Event-ID: " + last)) {
            read(again, seen);
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, head).boxed().toList());
    }

    private static void log(long iteration) {
        SERVER.http()
                .post("/series/iteration/" + iteration + "/scalars")
                .body("{\"series\":[{\"key\":\"loss\",\"value\":[" + LONG + "]}]}")
                .answers(201);
    }

    private static boolean hasEnded() {
        return SERVER.http().get("/actuator/prometheus").answers(200).text().contains("route=\"/audit/stream\"");
    }

    private static void readWhatIsLeft(StreamReader stream, List<Long> seen) {
        try {
            read(stream, seen);
        } catch (IOException reset) {
            // as good as an end
        }
    }

    /** Counts events that are whole: those behind which there is an empty line. */
    private static void read(StreamReader stream, List<Long> seen) throws IOException {
        long id = 0;
        for (String line = stream.line(); line != null; line = stream.line()) {
            if (line.startsWith("id: ")) id = Long.parseLong(line.substring(4));
            if (line.isEmpty()) seen.add(id);
        }
    }
}
