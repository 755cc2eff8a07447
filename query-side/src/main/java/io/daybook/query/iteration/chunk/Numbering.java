package io.daybook.query.iteration.chunk;

/** Points are numbered without a gap; what does not go on where it ended is damaged. */
public final class Numbering {

    private Numbering() {}

    /** Refuses to append point {@code number} to what holds so many points. */
    public static void requireNext(long number, long points, String what) {
        if (points != number) {
            throw new IllegalStateException(
                    what + " holds " + points + " points, and point " + number + " is to follow");
        }
    }
}
