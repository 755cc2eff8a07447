package io.daybook.query.tag;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentEvent.ExperimentTagged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentUntagged;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.IterationEvent.IterationTagged;
import io.daybook.api.iteration.IterationEvent.IterationUntagged;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.project.ProjectEvent.ProjectTagged;
import io.daybook.api.project.ProjectEvent.ProjectUntagged;
import io.daybook.api.tag.TagEvent.TagDeleted;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Key;
import io.daybook.query.experiment.Experiments;
import io.daybook.query.iteration.Iterations;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;

/**
 * Keeps what bears which tag until either is deleted. A tag that was created by the same command may come after its
 * association, so it is not asked whether it is known: readers leave out what is not.
 */
final class AssociationProjection {

    private static final int PAGE = 200;

    private final ViewWriter writer;
    private final IdListWriter lists;

    AssociationProjection(ViewWriter writer, IdListWriter lists) {
        this.writer = writer;
        this.lists = lists;
    }

    @EventHandler
    void on(ProjectTagged event) {
        add(new Association(Association.project(event.projectId()), event.associationId(), event.tagId()));
    }

    @EventHandler
    void on(ProjectUntagged event) {
        remove(new Association(Association.project(event.projectId()), event.associationId(), event.tagId()));
    }

    @EventHandler
    void on(ExperimentTagged event) {
        if (!Experiments.knows(writer, event.experimentId())) return;
        add(new Association(Association.experiment(event.experimentId()), event.associationId(), event.tagId()));
    }

    @EventHandler
    void on(ExperimentUntagged event) {
        remove(new Association(Association.experiment(event.experimentId()), event.associationId(), event.tagId()));
    }

    @EventHandler
    void on(IterationTagged event) {
        Iterations.experimentOf(writer, event.iterationId())
                .ifPresent(experiment -> add(new Association(
                        Association.iteration(experiment, event.iterationId()), event.associationId(), event.tagId())));
    }

    @EventHandler
    void on(IterationUntagged event) {
        Iterations.experimentOf(writer, event.iterationId())
                .ifPresent(experiment -> remove(new Association(
                        Association.iteration(experiment, event.iterationId()), event.associationId(), event.tagId())));
    }

    @EventHandler
    void on(TagDeleted event) {
        writer.forEachUnder(Tags.BEARER, Key.under(event.tagId()), PAGE, row -> {
            writer.remove(Tags.OF_BEARER, Association.ofTag(row).underBearer());
            writer.remove(Tags.BEARER, row);
        });
    }

    @EventHandler
    void on(IterationDeleted event) {
        removeUnder(Association.iteration(event.experimentId(), event.iterationId()));
    }

    @EventHandler
    void on(ExperimentDeleted event) {
        removeUnder(Association.everythingIn(event.experimentId()));
    }

    @EventHandler
    void on(ProjectDeleted event) {
        removeUnder(Association.project(event.projectId()));
        Experiments.forEachOf(
                event.projectId(), writer, lists, experiment -> removeUnder(Association.everythingIn(experiment)));
    }

    private void add(Association association) {
        writer.update(Tags.OF_BEARER, association.underBearer(), old -> Body.empty()
                .with("tag", association.tag())
                .bson());
        writer.update(Tags.BEARER, association.underTag(), old -> Body.empty().bson());
    }

    private void remove(Association association) {
        writer.remove(Tags.BEARER, association.underTag());
        writer.remove(Tags.OF_BEARER, association.underBearer());
    }

    private void removeUnder(String bearer) {
        writer.forEachUnder(Tags.OF_BEARER, bearer, PAGE, row -> remove(Association.ofBearer(row)));
    }
}
