package io.daybook.query.iteration;

import io.daybook.query.documents.Packed;
import io.daybook.query.iteration.chunk.Statistics;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * A series as a whole.
 *
 * @param place see {@link SeriesView#place}
 * @param firstOrdinal the number of its first point among all scalar points of the iteration; 0 for histograms
 * @param points how many it has ever had: its next point gets this number
 * @param statistics of the points that are left
 */
record SeriesDocument(String key, String place, long firstOrdinal, long points, Statistics statistics) {

    static SeriesDocument in(BsonDocument document) {
        return new SeriesDocument(
                document.getString("key").getValue(),
                document.getString("place").getValue(),
                document.getInt64("first_ordinal").getValue(),
                document.getInt64("points").getValue(),
                Statistics.in(document));
    }

    static SeriesDocument in(Packed document) {
        return new SeriesDocument(
                document.text("key"),
                document.text("place"),
                document.number("first_ordinal"),
                document.number("points"),
                Statistics.in(document));
    }

    static SeriesDocument empty(String key, String place, long firstOrdinal) {
        return new SeriesDocument(key, place, firstOrdinal, 0, Statistics.none());
    }

    /** Whether some of its points are gone. */
    boolean hasHoles() {
        return statistics.count() < points;
    }

    SeriesDocument with(long morePoints, Statistics newer) {
        return new SeriesDocument(key, place, firstOrdinal, points + morePoints, newer);
    }

    BsonDocument bson() {
        return statistics.into(new BsonDocument("key", new BsonString(key))
                .append("place", new BsonString(place))
                .append("first_ordinal", new BsonInt64(firstOrdinal))
                .append("points", new BsonInt64(points)));
    }
}
