package io.daybook.query.iteration.chunk;

import io.daybook.api.documents.Document;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.query.documents.Packed;
import java.util.BitSet;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDocument;

/**
 * Up to 1,024 points of a series, packed. Which point lies in which chunk depends on its number alone, so that a point
 * that goes leaves a hole.
 *
 * @param statistics of the points that are left
 * @param gone the indexes of those that are not
 */
public record ScalarChunk(
        Statistics statistics, Column step, Column wallTime, Column value, Column ordinal, BitSet gone) {

    public static final int SIZE = 1_024;

    public static ScalarChunk in(BsonDocument document) {
        return new ScalarChunk(
                Statistics.in(document),
                Column.in(document, "step"),
                Column.in(document, "wall_time"),
                Column.in(document, "value"),
                Column.in(document, "ordinal"),
                BitSet.valueOf(document.getBinary("gone").getData()));
    }

    /** Where it lies, not to be changed. */
    public static ScalarChunk in(Document document) {
        Packed packed = new Packed(document);
        return new ScalarChunk(
                Statistics.in(packed),
                Column.in(packed, "step"),
                Column.in(packed, "wall_time"),
                Column.in(packed, "value"),
                Column.in(packed, "ordinal"),
                BitSet.valueOf(packed.bytes("gone").buffer()));
    }

    public static ScalarChunk in(Optional<BsonDocument> document) {
        return document.map(ScalarChunk::in).orElseGet(() -> {
            Column none = Column.empty(0);
            return new ScalarChunk(Statistics.none(), none, none, none, none, new BitSet());
        });
    }

    /** With the points {@code from} to before {@code to}; {@code ordinal} is that of the event's first point. */
    public ScalarChunk with(PointsByKey points, int from, int to, long firstOrdinal) {
        int more = to - from;
        ScalarChunk longer = new ScalarChunk(
                statistics.with(points, from, to),
                step.with(more * Long.BYTES),
                wallTime.with(more * Double.BYTES),
                value.with(more * Double.BYTES),
                ordinal.with(more * Integer.BYTES),
                gone);
        for (int i = from; i < to; i++) {
            longer.step.addLong(points.stepAt(i));
            longer.wallTime.addDouble(points.wallTimeAt(i));
            longer.value.addDouble(points.valueAt(i));
            longer.ordinal.addInt(Math.toIntExact(firstOrdinal + points.placeAt(i)));
        }
        return longer;
    }

    /** With another point in the place of the one at {@code index}. */
    public ScalarChunk with(int index, ScalarPoint point) {
        ScalarChunk changed = new ScalarChunk(statistics, step.with(0), wallTime.with(0), value.with(0), ordinal, gone);
        changed.step.setLong(index, point.step());
        changed.wallTime.setDouble(index, point.wallTime());
        changed.value.setDouble(index, point.value());
        return changed.counted();
    }

    public ScalarChunk without(int index) {
        BitSet more = (BitSet) gone.clone();
        more.set(index);
        return new ScalarChunk(statistics, step, wallTime, value, ordinal, more).counted();
    }

    /** As it was when it had so many points. */
    public ScalarChunk first(int count) {
        return new ScalarChunk(
                        statistics,
                        step.to(count * Long.BYTES, 0),
                        wallTime.to(count * Double.BYTES, 0),
                        value.to(count * Double.BYTES, 0),
                        ordinal.to(count * Integer.BYTES, 0),
                        gone)
                .counted();
    }

    private ScalarChunk counted() {
        Statistics all = Statistics.none();
        for (int i = 0; i < points(); i++) {
            if (isLive(i)) all = all.with(stepAt(i), valueAt(i));
        }
        return new ScalarChunk(all, step, wallTime, value, ordinal, gone);
    }

    /** How many it has ever had. */
    public int points() {
        return step.doubles();
    }

    public int live() {
        return (int) statistics.count();
    }

    /** Whether there is a point at {@code index}, and not a hole. */
    public boolean isLive(int index) {
        return index < points() && !gone.get(index);
    }

    /** Those of the first {@code count} points that are left. */
    public PointColumns left(int count) {
        int most = Math.min(count, points());
        PointColumns all = PointColumns.ofSize(most - gone.get(0, most).cardinality());
        for (int from = gone.nextClearBit(0), at = 0; from < most; ) {
            int hole = gone.nextSetBit(from);
            int end = hole < 0 ? most : Math.min(hole, most);
            copy(from, end - from, all, at);
            at += end - from;
            from = gone.nextClearBit(end);
        }
        return all;
    }

    /** Points {@code from} to before {@code from + count}, whether they are left or not. */
    public void copy(int from, int count, PointColumns to, int at) {
        step.copyLongs(from, count, to.step(), at);
        wallTime.copyDoubles(from, count, to.wallTime(), at);
        value.copyDoubles(from, count, to.value(), at);
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

    public int ordinalAt(int index) {
        return ordinal.intAt(index);
    }

    public BsonDocument bson() {
        return statistics
                .into(new BsonDocument())
                .append("step", step.bson())
                .append("wall_time", wallTime.bson())
                .append("value", value.bson())
                .append("ordinal", ordinal.bson())
                .append("gone", new BsonBinary(gone.toByteArray()));
    }
}
