package io.daybook.query.iteration.chunk;

import java.util.Optional;
import org.bson.BsonDocument;

/** Up to 1,024 points of a series, packed. Which point lies in which chunk depends on its number alone. */
public record ScalarChunk(Statistics statistics, Column step, Column wallTime, Column value, Column ordinal) {

    public static final int SIZE = 1_024;

    public static ScalarChunk in(BsonDocument document) {
        return new ScalarChunk(
                Statistics.in(document),
                Column.in(document, "step"),
                Column.in(document, "wall_time"),
                Column.in(document, "value"),
                Column.in(document, "ordinal"));
    }

    public static ScalarChunk in(Optional<BsonDocument> document) {
        return document.map(ScalarChunk::in)
                .orElseGet(() -> new ScalarChunk(
                        Statistics.none(), Column.empty(0), Column.empty(0), Column.empty(0), Column.empty(0)));
    }

    /** With the points {@code from} to before {@code to}; {@code ordinal} is that of the event's first point. */
    public ScalarChunk with(PointsByKey points, int from, int to, long firstOrdinal) {
        int more = to - from;
        ScalarChunk longer = new ScalarChunk(
                statistics.with(points, from, to),
                step.with(more * Long.BYTES),
                wallTime.with(more * Double.BYTES),
                value.with(more * Double.BYTES),
                ordinal.with(more * Integer.BYTES));
        for (int i = from; i < to; i++) {
            longer.step.addLong(points.stepAt(i));
            longer.wallTime.addDouble(points.wallTimeAt(i));
            longer.value.addDouble(points.valueAt(i));
            longer.ordinal.addInt(Math.toIntExact(firstOrdinal + points.placeAt(i)));
        }
        return longer;
    }

    public long stepAt(int index) {
        return step.longAt(index);
    }

    public double wallTimeAt(int index) {
        return wallTime.doubleAt(index);
    }

    public double valueAt(int index) {
        return value.doubleAt(index);
    }

    public BsonDocument bson() {
        return statistics
                .into(new BsonDocument())
                .append("step", step.bson())
                .append("wall_time", wallTime.bson())
                .append("value", value.bson())
                .append("ordinal", ordinal.bson());
    }
}
