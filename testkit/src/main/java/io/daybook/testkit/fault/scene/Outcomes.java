package io.daybook.testkit.fault.scene;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of the points of one writer, or of other things that it made, by their numbers.
 *
 * @param unanswered nobody knows of these whether they are there
 */
public record Outcomes(Set<Long> acknowledged, Set<Long> refused, Set<Long> unanswered) {

    public static Outcomes none() {
        return new Outcomes(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    /** Fails when a point is missing that was acknowledged, or is there that was refused, or there twice. */
    public void check(List<Long> found) {
        Set<Long> once = new TreeSet<>(found);
        require(List.copyOf(once).equals(found), "there twice, or not in order", found);
        require(once.containsAll(acknowledged), "acknowledged and lost", difference(acknowledged, once));
        require(once.stream().noneMatch(refused::contains), "refused and there", refused);
        Set<Long> strange = difference(difference(once, acknowledged), unanswered);
        require(strange.isEmpty(), "there, and sent by nobody", strange);
    }

    private static Set<Long> difference(Set<Long> all, Set<Long> without) {
        Set<Long> left = new TreeSet<>(all);
        left.removeAll(without);
        return left;
    }

    private static void require(boolean holds, String otherwise, Object numbers) {
        if (!holds) throw new AssertionError(otherwise + ": " + numbers);
    }
}
