package io.daybook.benchmarks.scaling;

import java.util.PriorityQueue;

/** Time that is worked out instead of waited for: what is due is done in the order of its moments. */
final class Clock {

    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private long count;
    private double now;

    private record Due(double at, long number, Runnable what) implements Comparable<Due> {

        @Override
        public int compareTo(Due other) {
            int first = Double.compare(at, other.at);
            return first != 0 ? first : Long.compare(number, other.number);
        }
    }

    double now() {
        return now;
    }

    void at(double moment, Runnable what) {
        due.add(new Due(moment, count++, what));
    }

    void run(double until) {
        while (!due.isEmpty() && due.element().at() <= until) {
            Due next = due.remove();
            now = next.at();
            next.what().run();
        }
    }
}
