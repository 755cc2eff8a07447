package io.daybook.benchmarks.flames;

import java.util.Collection;
import java.util.TreeMap;

/** A method, called by the one below it, and how often it was seen there. */
final class Frame {

    private final String name;
    private final TreeMap<String, Frame> callees = new TreeMap<>();
    private long samples;

    Frame(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    long samples() {
        return samples;
    }

    Collection<Frame> callees() {
        return callees.values();
    }

    Frame under(String callee) {
        return callees.computeIfAbsent(callee, Frame::new);
    }

    Frame take() {
        samples++;
        return this;
    }
}
