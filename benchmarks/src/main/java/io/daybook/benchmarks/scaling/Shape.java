package io.daybook.benchmarks.scaling;

/**
 * Machines of their own for each node and for the store.
 *
 * @param cores of each of them
 * @param hop seconds from one machine to another
 */
record Shape(int nodes, int cores, double hop) {

    /** Ordinary machines in one room. */
    static Shape of(int nodes) {
        return new Shape(nodes, 8, 0.000_2);
    }
}
