package io.daybook.query.iteration;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/**
 * Keeps the series of iterations, until their experiment is deleted. Points of an iteration that is not known, because
 * they raced its deletion, change nothing.
 */
final class SeriesProjection {

    private static final int SMALL_PAGE = 8;
    private static final int PAGE = 64;

    private final ViewWriter writer;
    private final ScalarWriter scalars;
    private final HistogramWriter histograms;

    SeriesProjection(ViewWriter writer) {
        this.writer = writer;
        this.scalars = new ScalarWriter(writer);
        this.histograms = new HistogramWriter(writer);
    }

    @EventHandler
    void on(IterationCreated event) {
        String iteration = SeriesView.iteration(event.iterationId());
        writer.update(
                SeriesView.ITERATION,
                iteration,
                old -> new BsonDocument("experiment", new BsonInt64(event.experimentId())));
        writer.update(
                SeriesView.ITERATION_OF_EXPERIMENT,
                SeriesView.iterationsOf(event.experimentId()) + iteration,
                old -> new BsonDocument("iteration", new BsonInt64(event.iterationId())));
    }

    @EventHandler
    void on(ScalarsLogged event) {
        if (isKnown(event.iterationId())) scalars.write(event);
    }

    @EventHandler
    void on(HistogramsLogged event) {
        if (isKnown(event.iterationId())) histograms.write(event);
    }

    @EventHandler
    void on(ExperimentDeleted event) {
        String prefix = SeriesView.iterationsOf(event.experimentId());
        writer.forEachUnder(SeriesView.ITERATION_OF_EXPERIMENT, prefix, PAGE, row -> {
            removeIteration(Long.parseLong(row.substring(prefix.length())));
            writer.remove(SeriesView.ITERATION_OF_EXPERIMENT, row);
        });
    }

    /**
     * In this order an engine without transactions may be interrupted anywhere: first the iteration is unknown, so that
     * its points, coming again, are left alone; the row that leads here goes last, so that the rest is found again.
     */
    private void removeIteration(long iteration) {
        String all = SeriesView.allOf(iteration);
        writer.remove(SeriesView.ITERATION, SeriesView.iteration(iteration));
        removeAll(SeriesView.SERIES, all, PAGE);
        removeAll(SeriesView.CHUNK, all, PAGE);
        removeAll(SeriesView.BUCKET, all, SMALL_PAGE);
    }

    private void removeAll(String collection, String prefix, int page) {
        writer.forEachUnder(collection, prefix, page, id -> writer.remove(collection, id));
    }

    private boolean isKnown(long iteration) {
        return writer.get(SeriesView.ITERATION, SeriesView.iteration(iteration)).isPresent();
    }
}
