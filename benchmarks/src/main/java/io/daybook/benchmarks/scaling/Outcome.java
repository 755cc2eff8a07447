package io.daybook.benchmarks.scaling;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What becomes of a model under load.
 *
 * @param rate answers a second
 * @param nodes share of the time that the busiest node's processors work
 * @param follower the same of what follows the log in a node
 * @param store of the store's processors
 * @param syncs of its disk
 */
record Outcome(double rate, double median, double slowest, double nodes, double follower, double store, double syncs) {

    private record Part(String name, double share) {}

    /** What is busiest. */
    String limit() {
        return Stream.of(
                        new Part("processors of the nodes", nodes),
                        new Part("followers", follower),
                        new Part("processors of the store", store),
                        new Part("syncs of the store", syncs))
                .max(Comparator.comparingDouble(Part::share))
                .orElseThrow()
                .name();
    }
}
