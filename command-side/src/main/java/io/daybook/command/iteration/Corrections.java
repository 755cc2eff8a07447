package io.daybook.command.iteration;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/** Which points are not any more as they were logged, by their ordinals. */
final class Corrections {

    private RoaringBitmap deleted = new RoaringBitmap();
    private RoaringBitmap changed = new RoaringBitmap();

    /** For each changed point, in order, the event that changed it last. */
    private long[] lastChanges = {};

    boolean isDeleted(int ordinal) {
        return deleted.contains(ordinal);
    }

    boolean isChanged(int ordinal) {
        return changed.contains(ordinal);
    }

    /** Whether a point is as it was logged. */
    boolean leave(int ordinal) {
        return !deleted.contains(ordinal) && !changed.contains(ordinal);
    }

    /** The event that holds a changed point as it is now. */
    long lastChangeOf(int ordinal) {
        return lastChanges[changed.rank(ordinal) - 1];
    }

    void change(int ordinal, long sequence) {
        boolean first = changed.checkedAdd(ordinal);
        int place = changed.rank(ordinal) - 1;
        if (first) {
            long[] longer = Arrays.copyOf(lastChanges, lastChanges.length + 1);
            System.arraycopy(lastChanges, place, longer, place + 1, lastChanges.length - place);
            lastChanges = longer;
        }
        lastChanges[place] = sequence;
    }

    void delete(int ordinal) {
        deleted.add(ordinal);
        if (!changed.contains(ordinal)) return;
        int place = changed.rank(ordinal) - 1;
        long[] shorter = Arrays.copyOf(lastChanges, lastChanges.length - 1);
        System.arraycopy(lastChanges, place + 1, shorter, place, shorter.length - place);
        lastChanges = shorter;
        changed.remove(ordinal);
    }
}
