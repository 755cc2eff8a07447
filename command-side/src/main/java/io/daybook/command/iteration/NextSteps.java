package io.daybook.command.iteration;

import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Refuse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Steps for points that came without one: the highest of their key and one, the first gets 0. */
final class NextSteps {

    private final List<String> keys;
    private final long[] highest;
    private final boolean[] any;

    private NextSteps(List<String> keys, SeriesState series) {
        this.keys = keys;
        highest = new long[keys.size()];
        any = new boolean[keys.size()];
        for (int key = 0; key < highest.length; key++) {
            Long step = series.of(keys.get(key)).highestStep();
            any[key] = step != null;
            highest[key] = step == null ? 0 : step;
        }
    }

    /** @param counted for each point, whether it needs a step; the others raise the highest step of their key */
    @SuppressWarnings("NullAway") // which does not see that the column of keys of a compiled record may be null
    static ScalarPoints give(ScalarPoints points, boolean[] counted, SeriesState series) {
        if (counted.length != points.size()) throw new IllegalArgumentException("one flag is needed for each point");
        NextSteps next = new NextSteps(points.keys(), series);
        byte[] column = points.step().clone();
        ByteBuffer steps = ByteBuffer.wrap(column).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < counted.length; i++) {
            int key = points.keyAt(i);
            if (counted[i]) steps.putLong(i * Long.BYTES, next.after(key));
            next.saw(key, steps.getLong(i * Long.BYTES));
        }
        return new ScalarPoints(points.keys(), points.key(), column, points.wallTime(), points.value());
    }

    private long after(int key) {
        if (!any[key]) return 0;
        if (highest[key] == Long.MAX_VALUE) {
            throw Refuse.command(Refusal.NO_NEXT_STEP, "no step follows the highest one of " + keys.get(key));
        }
        return highest[key] + 1;
    }

    private void saw(int key, long step) {
        highest[key] = any[key] ? Math.max(highest[key], step) : step;
        any[key] = true;
    }
}
