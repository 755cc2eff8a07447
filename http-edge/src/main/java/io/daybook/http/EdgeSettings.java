package io.daybook.http;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/**
 * @param version of the program, as {@code /health} tells it
 * @param projectName the name that the reserved Crayon project gets when it is created
 * @param crayonPort a second port that serves the Crayon API alone; 0 for none
 * @param temporary the folder for uploads while they are checked
 * @param zone of all local dates, known once the log is open
 */
public record EdgeSettings(
        String version,
        String projectName,
        int crayonPort,
        Path temporary,
        Supplier<ZoneId> zone,
        Access access,
        Limits limits) {

    /**
     * @param on whether requests must say who they come from; everybody is the default user otherwise
     * @param secret signs tokens, at least 32 bytes
     * @param origins of pages elsewhere that may call, {@code *} for all
     */
    public record Access(boolean on, byte[] secret, List<String> origins) {
        public Access {
            origins = List.copyOf(origins);
        }
    }

    /**
     * @param body the longest body that is kept in memory, in bytes
     * @param artifact the longest upload, in bytes
     * @param queue how many requests may wait for their turn to log to one iteration
     * @param deadline how long a command or a query may take
     * @param scalars how many scalars are read at a time
     * @param histograms how many histograms are read at a time
     */
    public record Limits(long body, long artifact, int queue, Duration deadline, int scalars, int histograms) {

        public static final Limits DEFAULT =
                new Limits(32L << 20, 5L << 30, 1_000, Duration.ofSeconds(30), 100_000, 1_000);
    }
}
