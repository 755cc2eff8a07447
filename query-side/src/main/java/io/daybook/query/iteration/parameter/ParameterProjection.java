package io.daybook.query.iteration.parameter;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.IterationEvent.ParameterChanged;
import io.daybook.api.iteration.IterationEvent.ParameterDeleted;
import io.daybook.api.iteration.IterationEvent.ParameterLogged;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.query.documents.Key;
import io.daybook.query.experiment.Experiments;
import io.daybook.query.iteration.Iterations;
import io.daybook.query.list.IdList;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;

/** Keeps parameters. What is logged to an iteration that is gone changes nothing. */
final class ParameterProjection {

    private static final int PAGE = 200;

    private final ViewWriter writer;
    private final IdListWriter lists;

    ParameterProjection(ViewWriter writer, IdListWriter lists) {
        this.writer = writer;
        this.lists = lists;
    }

    @EventHandler
    void on(ParameterLogged event) {
        Iterations.experimentOf(writer, event.iterationId()).ifPresent(experiment -> {
            String key = Parameters.key(experiment, event.iterationId(), event.parameterId());
            writer.update(Parameters.PARAMETER, key, old -> ParameterDocument.of(event));
            lists.add(Parameters.of(experiment, event.iterationId()), event.parameterId());
        });
    }

    @EventHandler
    void on(ParameterChanged event) {
        Iterations.experimentOf(writer, event.iterationId()).ifPresent(experiment -> {
            String key = Parameters.key(experiment, event.iterationId(), event.parameterId());
            writer.change(Parameters.PARAMETER, key, old -> ParameterDocument.changed(old, event));
        });
    }

    @EventHandler
    void on(ParameterDeleted event) {
        Iterations.experimentOf(writer, event.iterationId()).ifPresent(experiment -> {
            writer.remove(Parameters.PARAMETER, Parameters.key(experiment, event.iterationId(), event.parameterId()));
            lists.remove(Parameters.of(experiment, event.iterationId()), event.parameterId());
        });
    }

    @EventHandler
    void on(IterationDeleted event) {
        remove(
                Key.under(event.experimentId(), event.iterationId()),
                Parameters.of(event.experimentId(), event.iterationId()));
    }

    @EventHandler
    void on(ExperimentDeleted event) {
        removeAllOf(event.experimentId());
    }

    @EventHandler
    void on(ProjectDeleted event) {
        Experiments.forEachOf(event.projectId(), writer, lists, this::removeAllOf);
    }

    private void removeAllOf(long experiment) {
        remove(Key.under(experiment), Parameters.allOf(experiment));
    }

    private void remove(String prefix, IdList list) {
        writer.forEachUnder(Parameters.PARAMETER, prefix, PAGE, key -> writer.remove(Parameters.PARAMETER, key));
        lists.clear(list);
    }
}
