package io.daybook.query.iteration.chunk;

import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;

/**
 * What is known of a run of points without reading them.
 *
 * @param min over the finite values; positive infinity when there is none, and {@code max} negative infinity
 */
public record Statistics(long count, long firstStep, long lastStep, double last, double min, double max) {

    private static final Statistics NONE =
            new Statistics(0, 0, 0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    public static Statistics none() {
        return NONE;
    }

    public static Statistics in(BsonDocument document) {
        return new Statistics(
                document.getInt64("count").getValue(),
                document.getInt64("first_step").getValue(),
                document.getInt64("last_step").getValue(),
                document.getDouble("last").getValue(),
                document.getDouble("min").getValue(),
                document.getDouble("max").getValue());
    }

    public Statistics with(PointsByKey points, int from, int to) {
        double low = min;
        double high = max;
        for (int i = from; i < to; i++) {
            double value = points.valueAt(i);
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        long first = count == 0 ? points.stepAt(from) : firstStep;
        return new Statistics(count + to - from, first, points.stepAt(to - 1), points.valueAt(to - 1), low, high);
    }

    /** Refuses to append to what does not end right before the point with this number: the documents are damaged. */
    public void endsBefore(long number, String what) {
        if (count != number) {
            throw new IllegalStateException(
                    what + " holds " + count + " points, and point " + number + " is to follow");
        }
    }

    /** Histograms have steps only. */
    public Statistics with(long step) {
        return new Statistics(count + 1, count == 0 ? step : firstStep, step, last, min, max);
    }

    public BsonDocument into(BsonDocument document) {
        return document.append("count", new BsonInt64(count))
                .append("first_step", new BsonInt64(firstStep))
                .append("last_step", new BsonInt64(lastStep))
                .append("last", new BsonDouble(last))
                .append("min", new BsonDouble(min))
                .append("max", new BsonDouble(max));
    }
}
