package io.daybook.benchmarks.scaling;

/**
 * What a request has cost, on average.
 *
 * @param serving processor seconds of the node that it was sent to
 * @param following those of any other node
 * @param inOrder the same of the thread that did most of it, which does one event after the other
 * @param storing those of the store
 * @param log bytes of a node's log
 * @param views bytes of its views
 * @param stored bytes in the store
 * @param events how many it has become, or what share of one
 */
record Spent(
        double serving,
        double following,
        double inOrder,
        double storing,
        double log,
        double views,
        double stored,
        double events) {}
