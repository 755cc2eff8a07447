package io.daybook.query.iteration.chunk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Where 1,024 points of an iteration lie, by their ordinal: series and number, or that they are gone. */
public final class PointPlaces {

    /** A document is rewritten by each batch that adds to it: not more than a chunk of points is. */
    public static final int SIZE = 1_024;

    private static final int GONE = -1;

    private final List<String> series;
    private final Map<String, Integer> indexes = new HashMap<>();
    private Column place;
    private Column number;

    private PointPlaces(List<String> series, Column place, Column number) {
        this.series = series;
        this.place = place;
        this.number = number;
        for (int i = 0; i < series.size(); i++) indexes.put(series.get(i), i);
    }

    /** @param series its place, as in the ids of its chunks */
    public record Place(String series, int number) {}

    public static PointPlaces in(BsonDocument document) {
        List<String> series = new ArrayList<>();
        document.getArray("series").forEach(one -> series.add(one.asString().getValue()));
        return new PointPlaces(series, Column.in(document, "place"), Column.in(document, "number"));
    }

    public static PointPlaces in(Optional<BsonDocument> document) {
        return document.map(PointPlaces::in)
                .orElseGet(() -> new PointPlaces(new ArrayList<>(), Column.empty(0), Column.empty(0)));
    }

    /** Empty when the point is gone, or was never there. */
    public Optional<Place> at(int index) {
        if (index >= size() || place.intAt(index) == GONE) return Optional.empty();
        return Optional.of(new Place(series.get(place.intAt(index)), number.intAt(index)));
    }

    private int size() {
        return place.bytes() / Integer.BYTES;
    }

    /** Makes room, for points whose first is to be the one at {@code index}. */
    public void extend(int index, int points, String what) {
        Numbering.requireNext(index, size(), what);
        place = place.with(points * Integer.BYTES);
        number = number.with(points * Integer.BYTES);
    }

    public int indexOf(String seriesPlace) {
        Integer known = indexes.putIfAbsent(seriesPlace, series.size());
        if (known != null) return known;
        series.add(seriesPlace);
        return series.size() - 1;
    }

    /** Into the room that was made. */
    public void add(int seriesIndex, int pointNumber) {
        place.addInt(seriesIndex);
        number.addInt(pointNumber);
    }

    public void move(int index, String seriesPlace, int pointNumber) {
        put(index, indexOf(seriesPlace), pointNumber);
    }

    public void remove(int index) {
        put(index, GONE, 0);
    }

    private void put(int index, int seriesIndex, int pointNumber) {
        place = place.with(0);
        number = number.with(0);
        place.setInt(index, seriesIndex);
        number.setInt(index, pointNumber);
    }

    public BsonDocument bson() {
        BsonArray names = new BsonArray();
        for (String name : series) names.add(new BsonString(name));
        return new BsonDocument("series", names).append("place", place.bson()).append("number", number.bson());
    }
}
