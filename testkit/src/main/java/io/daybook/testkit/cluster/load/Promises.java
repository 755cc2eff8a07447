package io.daybook.testkit.cluster.load;

import io.daybook.testkit.fault.scene.Outcomes;
import java.util.List;

/** What a client was promised: iterations, by their ids, and points of the first of them, numbered from 0. */
final class Promises {

    private final Outcomes iterations = Outcomes.none();
    private final Outcomes points = Outcomes.none();
    private long first;

    void made(long iteration) {
        if (iterations.acknowledged().isEmpty()) first = iteration;
        if (!iterations.acknowledged().add(iteration)) throw new AssertionError("made twice: " + iteration);
    }

    /** Where the points go. */
    long first() {
        return first;
    }

    /** The number of the next point, which is the number of those that were logged. */
    long next() {
        return points.acknowledged().size();
    }

    void logged(int many) {
        for (int i = 0; i < many; i++) points.acknowledged().add(next());
    }

    /** Fails unless somebody who asked after the last acknowledgement was shown what was acknowledged. */
    void mustBeSeen(List<Long> shown) {
        if (!shown.contains(next() - 1)) throw new AssertionError("stale: no point " + (next() - 1) + " in " + shown);
    }

    /** The same of an iteration, by the status of the answer. */
    static void mustBeSeen(long iteration, int status) {
        if (status != 200) throw new AssertionError("stale: iteration " + iteration + " is answered by " + status);
    }

    /** Fails unless all is there, once and in order, and nothing else. */
    void check(List<Long> iterationsFound, List<Long> pointsFound) {
        iterations.check(iterationsFound);
        points.check(pointsFound);
    }
}
