package io.daybook.query.iteration;

import io.daybook.query.iteration.chunk.Statistics;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * A series as a whole.
 *
 * @param place see {@link SeriesView#place}
 * @param firstOrdinal the number of its first point among all scalar points of the iteration; 0 for histograms
 */
record SeriesDocument(String key, String place, long firstOrdinal, Statistics statistics) {

    static SeriesDocument in(BsonDocument document) {
        return new SeriesDocument(
                document.getString("key").getValue(),
                document.getString("place").getValue(),
                document.getInt64("first_ordinal").getValue(),
                Statistics.in(document));
    }

    SeriesDocument with(Statistics newer) {
        return new SeriesDocument(key, place, firstOrdinal, newer);
    }

    BsonDocument bson() {
        return statistics.into(new BsonDocument("key", new BsonString(key))
                .append("place", new BsonString(place))
                .append("first_ordinal", new BsonInt64(firstOrdinal)));
    }
}
