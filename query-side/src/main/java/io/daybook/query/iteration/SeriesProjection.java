package io.daybook.query.iteration;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;

/**
 * Keeps the series of iterations, until they, their experiment or their project is deleted. Points of an iteration that
 * is not known, because they raced its deletion, change nothing.
 */
final class SeriesProjection {

    private final KnownIterations iterations;
    private final ScalarWriter scalars;
    private final ScalarCorrections corrections;
    private final HistogramWriter histograms;

    SeriesProjection(ViewWriter writer) {
        this.iterations = new KnownIterations(writer);
        this.scalars = new ScalarWriter(writer);
        this.corrections = new ScalarCorrections(writer, scalars);
        this.histograms = new HistogramWriter(writer);
    }

    @EventHandler
    void on(IterationCreated event) {
        iterations.add(event);
    }

    @EventHandler
    void on(ScalarsLogged event) {
        if (iterations.has(event.iterationId())) scalars.write(event);
    }

    @EventHandler
    void on(PointChanged event) {
        if (iterations.has(event.iterationId())) corrections.write(event);
    }

    @EventHandler
    void on(PointDeleted event) {
        if (iterations.has(event.iterationId())) corrections.write(event);
    }

    @EventHandler
    void on(HistogramsLogged event) {
        if (iterations.has(event.iterationId())) histograms.write(event);
    }

    @EventHandler
    void on(IterationDeleted event) {
        iterations.remove(event.experimentId(), event.iterationId());
    }

    @EventHandler
    void on(ExperimentDeleted event) {
        iterations.removeOfExperiment(event.experimentId());
    }

    @EventHandler
    void on(ProjectDeleted event) {
        iterations.removeOfProject(event.projectId());
    }
}
