package io.daybook.testkit.cluster.round;

import io.daybook.testkit.cluster.load.Tally;
import java.util.ArrayList;
import java.util.List;

/** What was measured, in milliseconds where it is a time. What was lost is in no figure: a check fails instead. */
final class Figures {

    private final List<Long> served = new ArrayList<>();
    private final List<Long> healed = new ArrayList<>();
    private long acknowledged;
    private long sentAgain;
    private long longest;
    private long refused;
    private String rolling = "";

    /**
     * A node was killed and served again.
     *
     * @param millis from its death on
     */
    void killed(long millis, Tally load) {
        served.add(millis);
        acknowledged += load.acknowledged();
        sentAgain += load.again();
        longest = Math.max(longest, load.longestMillis());
    }

    /**
     * The store was killed and came back.
     *
     * @param millis until all nodes served again, from when it served
     */
    void healed(long millis, Tally load) {
        healed.add(millis);
        acknowledged += load.acknowledged();
        refused += load.refused();
    }

    void restarted(Tally load) {
        acknowledged += load.acknowledged();
        rolling = "%d requests, %d sent again, 0 failed; longest wait %.1f s"
                .formatted(load.taken(), load.again(), load.longestMillis() / 1e3);
    }

    /** Rows for a document. */
    String table() {
        return """
                | what | seen |
                |---|---|
                | nodes killed by `kill -9`, one a round | %d |
                | writes acknowledged | %d |
                | lost, doubled, read stale | 0, 0, 0 |
                | from the kill until that node served again | %s |
                | meanwhile, at the other nodes | %d requests sent again; longest wait until one was taken %.1f s |
                | store killed by `kill -9`, in some rounds | %d; meanwhile every request was refused, %d times by 503 |
                | from the store's return until all nodes served | %s |
                | all nodes restarted in turn | %s |""".formatted(
                        served.size(),
                        acknowledged,
                        spread(served),
                        sentAgain,
                        longest / 1e3,
                        healed.size(),
                        refused,
                        spread(healed),
                        rolling);
    }

    private static String spread(List<Long> millis) {
        if (millis.isEmpty()) return "not done";
        List<Long> sorted = millis.stream().sorted().toList();
        return "median %.1f s, longest %.1f s".formatted(sorted.get(sorted.size() / 2) / 1e3, sorted.getLast() / 1e3);
    }
}
