package io.daybook.query.iteration;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.IterationEvent.EnvironmentRecorded;
import io.daybook.api.iteration.IterationEvent.IterationChanged;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.IterationEvent.IterationFinalised;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.query.documents.Key;
import io.daybook.query.experiment.Experiments;
import io.daybook.query.list.IdList;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;

/**
 * Keeps iterations until they, their experiment or their project are deleted. A deleted iteration stays among its
 * parent's children, and its children keep its number: readers leave out what is not there any more.
 */
final class IterationProjection {

    private final ViewWriter writer;
    private final IdListWriter lists;

    IterationProjection(ViewWriter writer, IdListWriter lists) {
        this.writer = writer;
        this.lists = lists;
    }

    @EventHandler
    void on(IterationCreated event) {
        long experiment = event.experimentId();
        if (!Experiments.knows(writer, experiment)) return;
        writer.update(Iterations.ITERATION, Key.of(event.iterationId()), old -> IterationDocument.of(event));
        lists.add(Iterations.of(experiment), event.iterationId());
        Long parent = event.parentId();
        if (parent != null) lists.add(Iterations.children(experiment, parent), event.iterationId());
    }

    @EventHandler
    void on(IterationChanged event) {
        String id = Key.of(event.iterationId());
        writer.change(Iterations.ITERATION, id, old -> IterationDocument.changed(old, event));
    }

    @EventHandler
    void on(IterationFinalised event) {
        String id = Key.of(event.iterationId());
        writer.change(Iterations.ITERATION, id, old -> IterationDocument.finalised(old, event));
    }

    @EventHandler
    void on(EnvironmentRecorded event) {
        if (Iterations.experimentOf(writer, event.iterationId()).isEmpty()) return;
        EnvironmentDocument document = new EnvironmentDocument(event.iterationId(), event.environment());
        writer.update(Iterations.ENVIRONMENT, Key.of(event.iterationId()), old -> document.bson());
    }

    @EventHandler
    void on(IterationDeleted event) {
        writer.remove(Iterations.ITERATION, Key.of(event.iterationId()));
        writer.remove(Iterations.ENVIRONMENT, Key.of(event.iterationId()));
        lists.clear(Iterations.children(event.experimentId(), event.iterationId()));
        lists.remove(Iterations.of(event.experimentId()), event.iterationId());
    }

    @EventHandler
    void on(ExperimentDeleted event) {
        removeAllOf(event.experimentId());
    }

    @EventHandler
    void on(ProjectDeleted event) {
        Experiments.forEachOf(event.projectId(), writer, lists, this::removeAllOf);
    }

    /** Their list goes last, so that the rest is found again after an interruption. */
    private void removeAllOf(long experiment) {
        IdList all = Iterations.of(experiment);
        lists.forEach(all, iteration -> writer.remove(Iterations.ITERATION, Key.of(iteration)));
        lists.forEach(all, iteration -> writer.remove(Iterations.ENVIRONMENT, Key.of(iteration)));
        lists.clear(Iterations.allChildren(experiment));
        lists.clear(all);
    }
}
