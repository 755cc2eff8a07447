package io.daybook.benchmarks.scaling;

import java.util.Locale;

/**
 * A kind of request: how many a second there are, views caught up, and what each costs.
 *
 * @param alone of one process with a log of its own
 * @param one of one node on a store
 * @param three of three nodes
 * @param ratio of the last two, in the same rounds
 */
record Cost(String key, double alone, double one, double three, double ratio, Spent each) {

    static final String HEAD = """
            | requests | one process | one node | three nodes | three of one | by the costs | serving | following | in order | storing | log | views | store |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|""";

    String line(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f/s | %,.0f/s | %,.0f/s | %.2f | %.2f | %.3f ms | %.3f ms | %.3f ms | %.3f ms | %,.0f B | %,.0f B | %,.0f B |",
                name,
                alone,
                one,
                three,
                ratio,
                expected(),
                each.serving() * 1_000,
                each.following() * 1_000,
                each.inOrder() * 1_000,
                each.storing() * 1_000,
                each.log(),
                each.views(),
                each.stored());
    }

    /** What would become of one node's rate if three had to share its machine, and cost nothing but what is counted here. */
    double expected() {
        double one = each.serving() + each.storing();
        return one / (one + 2 * each.following());
    }
}
