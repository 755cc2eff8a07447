package io.daybook.benchmarks.scaling;

/** How long a node took to copy so many events before it served. */
record Copying(double events, double seconds) {

    double perSecond() {
        return events / seconds;
    }
}
