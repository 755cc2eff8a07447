package io.daybook.query.iteration.metric;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.MetricView;
import io.daybook.query.iteration.SeriesView;
import io.daybook.query.iteration.chunk.Directory;
import io.daybook.query.iteration.chunk.PointPlaces;
import io.daybook.query.iteration.chunk.PointPlaces.Place;
import io.daybook.query.iteration.chunk.ScalarChunk;
import java.util.Optional;
import org.bson.RawBsonDocument;

/** Finds one row by its id. */
final class MetricFinder {

    private final Documents documents;

    MetricFinder(Documents documents) {
        this.documents = documents;
    }

    /** A point that gets another key while it is looked for is found where it goes. */
    Optional<MetricView> find(MetricId id) {
        Optional<Place> looked = Optional.empty();
        Optional<Place> place = place(id);
        while (place.isPresent() && !place.equals(looked)) {
            Optional<MetricView> found = view(id, place.get());
            if (found.isPresent()) return found;
            looked = place;
            place = place(id);
        }
        return Optional.empty();
    }

    private Optional<Place> place(MetricId id) {
        return documents
                .get(SeriesView.PLACE, SeriesView.pointPlaces(id.iteration().value(), id.ordinal()))
                .flatMap(document -> PointPlaces.in(bson(document)).at(id.ordinal() % PointPlaces.SIZE));
    }

    private Optional<MetricView> view(MetricId id, Place place) {
        long iteration = id.iteration().value();
        Optional<Directory> directory = documents
                .get(SeriesView.DIRECTORY, SeriesView.directory(iteration, place.series(), place.number()))
                .map(document -> Directory.in(document));
        Optional<ScalarChunk> chunk = documents
                .get(SeriesView.CHUNK, SeriesView.chunk(iteration, place.series(), place.number()))
                .map(document -> ScalarChunk.in(document));
        int index = place.number() % ScalarChunk.SIZE;
        if (directory.isEmpty() || chunk.isEmpty() || !chunk.get().isLive(index)) return Optional.empty();
        return Optional.of(view(id.iteration(), directory.get().key(), chunk.get(), index));
    }

    static MetricView view(IterationId iteration, String key, ScalarChunk chunk, int index) {
        long id = MetricId.of(iteration.value(), chunk.ordinalAt(index)).value();
        return new MetricView(
                id, iteration.value(), key, chunk.valueAt(index), chunk.stepAt(index), chunk.wallTimeAt(index));
    }

    private static RawBsonDocument bson(Document document) {
        return new RawBsonDocument(document.body());
    }
}
