package io.daybook.testkit.ledger;

import java.util.ArrayList;
import java.util.List;

/** What one client sent to one series, in order, and what is known of it. Points are numbered from 0 by their step. */
final class Series {

    private record Sent(long number, boolean acknowledged) {}

    private List<Sent> sent = new ArrayList<>();
    private long next;

    /** The number of the point that is sent now. */
    long send() {
        sent.add(new Sent(next, false));
        return next++;
    }

    /** The point was acknowledged: at once, or when it was sent again after the first attempt had left no trace. */
    void acknowledge(long number) {
        if (!sent.isEmpty() && sent.getLast().number() == number) sent.removeLast();
        sent.add(new Sent(number, true));
    }

    /**
     * Compares with the points that were found. What was sent and not acknowledged is there or is not, and stays so.
     *
     * @return how many points are there that nobody had acknowledged
     */
    int settle(List<Long> found) {
        List<Sent> settled = new ArrayList<>();
        int landed = 0;
        for (Sent point : sent) {
            boolean there = settled.size() < found.size() && found.get(settled.size()) == point.number();
            if (!there && point.acknowledged()) throw new AssertionError("point " + point.number() + " is lost");
            if (there) settled.add(new Sent(point.number(), true));
            if (there && !point.acknowledged()) landed++;
        }
        if (settled.size() < found.size()) {
            throw new AssertionError("point " + found.get(settled.size()) + " is there twice, late or unasked for");
        }
        sent = settled;
        return landed;
    }
}
