package io.daybook.query.iteration;

import java.util.ArrayList;
import java.util.List;

/** Which parts of the chunks of a series make up a page, found by passing over the chunks in their order. */
final class ScalarParts {

    private final List<Part> parts = new ArrayList<>();
    private final long from;
    private final int limit;
    private long count;
    private int size;

    ScalarParts(long from, int limit) {
        this.from = from;
        this.limit = limit;
    }

    /**
     * What is wanted of a chunk.
     *
     * @param points that it had when they were counted, holes included
     * @param skipped so many points that are left are passed over
     * @param wanted so many of those after them
     */
    record Part(String chunk, int points, int skipped, int wanted) {}

    /** Passes over points, none of which are wanted. */
    void pass(long live) {
        count += live;
    }

    void add(String chunk, int points, int live) {
        long first = Math.max(from, count);
        long end = Math.min(from + limit, count + live);
        if (first < end) {
            parts.add(new Part(chunk, points, (int) (first - count), (int) (end - first)));
            size += (int) (end - first);
        }
        count += live;
    }

    List<Part> all() {
        return parts;
    }

    /** Points passed over so far: in the end, all that are left of the series. */
    long count() {
        return count;
    }

    /** Points of the page. */
    int size() {
        return size;
    }
}
