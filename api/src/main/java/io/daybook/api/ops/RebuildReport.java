package io.daybook.api.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a view, or of {@link Rebuilds#ALL}.
 *
 * @param verdict null until the rebuilt documents were compared with the live ones
 */
public record RebuildReport(
        long id,
        String view,
        Mode mode,
        State state,
        Progress progress,
        @Nullable Verdict verdict) {

    public enum Mode {
        /** The rebuilt documents become the live ones. */
        REPLACE,
        /** The rebuilt documents are compared, and thrown away. */
        VERIFY
    }

    public enum State {
        RUNNING,
        DONE,
        /** The server's log says why. */
        FAILED,
        CANCELLED
    }

    /**
     * How far it has come.
     *
     * @param position of the view that is being filled
     * @param percent of all of the work, 100 when it is done
     * @param secondsLeft null when nobody can know yet
     */
    public record Progress(
            long position, long head, int percent, @Nullable Long secondsLeft, double eventsPerSecond) {}

    /**
     * What the comparison found.
     *
     * @param documents in the rebuilt view
     * @param hashLive SHA-256 of the live documents, bookkeeping left out, lower-case hex; {@code hashRebuilt} likewise
     * @param differences ids of the first 100 documents that differ, or that only one of the two has
     */
    public record Verdict(
            boolean equal, long documents, String hashLive, String hashRebuilt, List<String> differences) {

        public Verdict {
            differences = List.copyOf(differences);
        }
    }
}
