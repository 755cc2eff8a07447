package io.daybook.embedded.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.embedded.log.Chain;
import io.daybook.embedded.log.Entry;
import io.daybook.embedded.log.Metadata;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Events of points, and others, as they are stored. */
final class Points {

    static final String SCALARS = "ScalarsLogged";
    static final String HISTOGRAMS = "HistogramsLogged";

    private Points() {}

    /** Every fifth is no point; projects and users take turns, and some are of nobody. */
    static Entry entry(long number) {
        Map<String, String> metadata = number % 11 == 0
                ? Map.of("via", "ops")
                : Map.of("project", "" + number % 3, "actor", "" + number % 2, "via", "ops");
        return entry(number, number % 5 == 0 ? "IterationCreated" : SCALARS, metadata);
    }

    static Entry entry(long number, String type, Map<String, String> metadata) {
        byte[] payload = ("{\"n\":" + number + "}").getBytes(UTF_8);
        return new Entry(
                ("event-" + number).getBytes(UTF_8),
                1_000 + number,
                "iteration".getBytes(UTF_8),
                ("iteration-" + number % 3).getBytes(UTF_8),
                number / 3,
                type.getBytes(UTF_8),
                null,
                Metadata.encode(metadata),
                Chain.sha256(payload),
                payload);
    }

    /** The next {@code count} entries, in one transaction. */
    static void append(SqliteLog log, int count) {
        long head = log.head();
        append(log, LongStream.range(head, head + count).mapToObj(Points::entry).toList());
    }

    static void append(SqliteLog log, List<Entry> entries) {
        assertThat(log.append(entries)).isInstanceOf(Append.Outcome.Appended.class);
    }
}
