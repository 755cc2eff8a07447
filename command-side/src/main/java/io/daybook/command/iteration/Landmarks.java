package io.daybook.command.iteration;

import java.util.Arrays;

/**
 * Where in an iteration's events its points lie: one entry for every so many batches, so that a point is found by
 * reading a short stretch. There is a limit to them; when it is reached every second one goes.
 */
final class Landmarks {

    private static final int MOST = 4_096;

    private int stride = 256;
    private long batches;
    private long[] ordinals = {};
    private long[] sequences = {};

    /** A batch was logged that begins with the point {@code ordinal}, by the event {@code sequence}. */
    void pass(long ordinal, long sequence) {
        if (batches++ % stride != 0) return;
        if (ordinals.length == MOST) {
            ordinals = everySecond(ordinals);
            sequences = everySecond(sequences);
            stride *= 2;
        }
        ordinals = with(ordinals, ordinal);
        sequences = with(sequences, sequence);
    }

    /** An event from which on the one that logged the point is found. */
    long before(long ordinal) {
        int found = Arrays.binarySearch(ordinals, ordinal);
        int entry = found >= 0 ? found : -found - 2;
        return sequences[entry];
    }

    int count() {
        return sequences.length;
    }

    /** The event that a landmark stands at. */
    long sequence(int landmark) {
        return sequences[landmark];
    }

    private static long[] everySecond(long[] all) {
        long[] half = new long[all.length / 2];
        for (int i = 0; i < half.length; i++) half[i] = all[2 * i];
        return half;
    }

    private static long[] with(long[] all, long last) {
        long[] longer = Arrays.copyOf(all, all.length + 1);
        longer[all.length] = last;
        return longer;
    }
}
