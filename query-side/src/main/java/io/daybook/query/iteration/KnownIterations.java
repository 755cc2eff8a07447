package io.daybook.query.iteration;

import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/** Which iterations have series, and what they belong to. */
final class KnownIterations {

    private static final int SMALL_PAGE = 8;
    private static final int PAGE = 64;

    private final ViewWriter writer;

    KnownIterations(ViewWriter writer) {
        this.writer = writer;
    }

    private record Row(long project, long experiment, long iteration) {

        static Row of(IterationCreated event) {
            return new Row(event.projectId(), event.experimentId(), event.iterationId());
        }

        static Row in(BsonDocument document) {
            return new Row(
                    document.getInt64("project").getValue(),
                    document.getInt64("experiment").getValue(),
                    document.getInt64("iteration").getValue());
        }

        BsonDocument bson() {
            return new BsonDocument("project", new BsonInt64(project))
                    .append("experiment", new BsonInt64(experiment))
                    .append("iteration", new BsonInt64(iteration));
        }

        String ofProject() {
            return SeriesView.iterationsOf(project) + SeriesView.iteration(iteration);
        }

        String ofExperiment() {
            return SeriesView.iterationsOf(experiment) + SeriesView.iteration(iteration);
        }
    }

    boolean has(long iteration) {
        return writer.get(SeriesView.ITERATION, SeriesView.iteration(iteration)).isPresent();
    }

    /** Not when it raced the deletion of its project. */
    void add(IterationCreated event) {
        if (writer.get(SeriesView.DELETED_PROJECT, SeriesView.project(event.projectId()))
                .isPresent()) return;
        Row row = Row.of(event);
        writer.put(SeriesView.ITERATION_OF_PROJECT, row.ofProject(), row.bson());
        writer.put(SeriesView.ITERATION_OF_EXPERIMENT, row.ofExperiment(), row.bson());
        writer.put(SeriesView.ITERATION, SeriesView.iteration(row.iteration()), row.bson());
    }

    void remove(long experiment, long iteration) {
        removeFrom(
                SeriesView.ITERATION_OF_EXPERIMENT,
                SeriesView.iterationsOf(experiment) + SeriesView.iteration(iteration));
    }

    void removeOfExperiment(long experiment) {
        removeAllFrom(SeriesView.ITERATION_OF_EXPERIMENT, SeriesView.iterationsOf(experiment));
    }

    /** That it is gone is noted last: where the note is, everything else is done. */
    void removeOfProject(long project) {
        removeAllFrom(SeriesView.ITERATION_OF_PROJECT, SeriesView.iterationsOf(project));
        writer.update(SeriesView.DELETED_PROJECT, SeriesView.project(project), old -> new BsonDocument());
    }

    private void removeAllFrom(String rows, String prefix) {
        writer.forEachUnder(rows, prefix, PAGE, id -> removeFrom(rows, id));
    }

    /**
     * In this order an engine without transactions may be interrupted anywhere: first the iteration is unknown, so that
     * its points, coming again, are left alone; the row that leads here goes last, so that the rest is found again.
     */
    private void removeFrom(String rows, String id) {
        writer.get(rows, id).map(Row::in).ifPresent(row -> {
            removeSeries(row.iteration());
            writer.remove(SeriesView.ITERATION_OF_PROJECT, row.ofProject());
            writer.remove(SeriesView.ITERATION_OF_EXPERIMENT, row.ofExperiment());
            writer.remove(rows, id);
        });
    }

    private void removeSeries(long iteration) {
        String all = SeriesView.allOf(iteration);
        writer.remove(SeriesView.ITERATION, SeriesView.iteration(iteration));
        for (String collection : List.of(SeriesView.SERIES, SeriesView.CHUNK, SeriesView.DIRECTORY, SeriesView.PLACE)) {
            removeAll(collection, all, PAGE);
        }
        removeAll(SeriesView.BUCKET, all, SMALL_PAGE);
    }

    private void removeAll(String collection, String prefix, int page) {
        writer.forEachUnder(collection, prefix, page, id -> writer.remove(collection, id));
    }
}
