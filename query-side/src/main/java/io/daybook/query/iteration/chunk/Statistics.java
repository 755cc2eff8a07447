package io.daybook.query.iteration.chunk;

import io.daybook.query.documents.Packed;
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

    public static Statistics in(Packed document) {
        return new Statistics(
                document.number("count"),
                document.number("first_step"),
                document.number("last_step"),
                document.real("last"),
                document.real("min"),
                document.real("max"));
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

    Statistics with(long step, double value) {
        boolean finite = Double.isFinite(value);
        return new Statistics(
                count + 1,
                count == 0 ? step : firstStep,
                step,
                value,
                finite ? Math.min(min, value) : min,
                finite ? Math.max(max, value) : max);
    }

    /** Of both, the others being the later ones. */
    public Statistics and(Statistics later) {
        if (count == 0 || later.count == 0) return count == 0 ? later : this;
        return new Statistics(
                count + later.count,
                firstStep,
                later.lastStep,
                later.last,
                Math.min(min, later.min),
                Math.max(max, later.max));
    }

    /** Histograms have steps only. */
    public Statistics with(long step) {
        return new Statistics(count + 1, count == 0 ? step : firstStep, step, last, min, max);
    }

    /** The same of so many points. */
    public Statistics counting(long live) {
        return new Statistics(live, firstStep, lastStep, last, min, max);
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
