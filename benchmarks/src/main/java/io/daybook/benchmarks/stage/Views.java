package io.daybook.benchmarks.stage;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Requests;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How far the views of a server are. */
public final class Views {

    private static final byte[] REQUEST = Requests.get("/ops/views");

    /** One for each view: views let events come together for a while as long as nobody waits to see them. */
    private static final List<byte[]> READERS = Stream.of("/series/iteration/1", "/project", "/data", "/user")
            .map(Requests::get)
            .toList();

    private static final int BEHIND = 503;
    private static final Pattern PLACE = Pattern.compile("\"position\":(\\d+),\"head\":(\\d+)");
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 5;

    private final int port;

    public Views(int port) {
        this.port = port;
    }

    /** @param position that the slowest of them has come to */
    public record Place(long position, long head) {

        boolean caughtUp() {
            return position == head;
        }
    }

    /** Returns when they have everything. */
    public Place await() throws Exception {
        return await(DEADLINE);
    }

    /** Returns when they have everything, or when the time is over. */
    public Place await(Duration time) throws Exception {
        long begin = System.nanoTime();
        for (byte[] reader : READERS) while (behind(reader) && System.nanoTime() - begin < time.toNanos()) {}
        try (Connection connection = new Connection(port)) {
            Place place = place(connection);
            while (!place.caughtUp() && System.nanoTime() - begin < time.toNanos()) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                place = place(connection);
            }
            if (!place.caughtUp() && time.equals(DEADLINE)) throw new IOException("the views stay behind: " + place);
            return place;
        }
    }

    /** Whether the reader was told that the view did not come in time. */
    private boolean behind(byte[] reader) throws IOException {
        try (Connection connection = new Connection(port)) {
            return connection.exchange(reader).status() == BEHIND;
        }
    }

    /** Where the log of that server ends. */
    public static long head(int port) throws IOException {
        try (Connection connection = new Connection(port)) {
            return place(connection).head();
        }
    }

    public static Place place(Connection connection) throws IOException {
        String text = connection.text(REQUEST);
        Matcher found = PLACE.matcher(text);
        long position = Long.MAX_VALUE;
        long head = 0;
        while (found.find()) {
            position = Math.min(position, Long.parseLong(found.group(1)));
            head = Math.max(head, Long.parseLong(found.group(2)));
        }
        if (head == 0) throw new IOException("no views: " + text);
        return new Place(position, head);
    }
}
