package io.daybook.benchmarks.scaling;

import java.util.Map;

/**
 * What has been spent so far.
 *
 * @param serving processor seconds of the node that requests are sent to
 * @param following those of another node
 * @param threads the same of each of its threads
 * @param storing those of the store
 * @param log bytes of a node's log
 * @param views bytes of its views
 * @param stored bytes in the store
 */
record Meter(
        double serving,
        double following,
        Map<Long, Double> threads,
        double storing,
        double log,
        double views,
        double stored,
        double events) {

    /** For each of so many requests, since then. */
    Spent since(Meter before, double requests) {
        return new Spent(
                (serving - before.serving) / requests,
                (following - before.following) / requests,
                longestSince(before) / requests,
                (storing - before.storing) / requests,
                (log - before.log) / requests,
                (views - before.views) / requests,
                (stored - before.stored) / requests,
                (events - before.events) / requests);
    }

    private double longestSince(Meter before) {
        return threads.entrySet().stream()
                .mapToDouble(thread -> thread.getValue() - before.threads.getOrDefault(thread.getKey(), 0.0))
                .max()
                .orElse(Double.NaN);
    }
}
