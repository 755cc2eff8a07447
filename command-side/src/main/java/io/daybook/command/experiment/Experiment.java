package io.daybook.command.experiment;

import io.daybook.api.backup.BackupCommand.RestoreBackup;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentEvent;
import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.CrayonNameGiven;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentCreated;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentEvent.ExperimentTagged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentUntagged;
import io.daybook.api.experiment.ExperimentEvent.IterationPinned;
import io.daybook.api.experiment.ExperimentEvent.IterationUnpinned;
import io.daybook.api.experiment.ExperimentEvent.ResourcePinned;
import io.daybook.api.experiment.ExperimentEvent.ResourceUnpinned;
import io.daybook.api.experiment.ExperimentEvent.RestoreBegun;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Difference;
import io.daybook.command.bus.Log;
import io.daybook.command.bus.Refuse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Iterations of one question; decides whether new ones are welcome, and whether it can go. */
@AggregateRoot(type = "experiment")
public class Experiment {

    @AggregateIdentifier
    private @Nullable String id;

    private long number;
    private long projectId;
    private long restoredIterationId;
    private ExperimentStatus status = ExperimentStatus.IN_PROGRESS;
    private String name = "";
    private boolean knownToCrayon;
    private String description = "";
    private @Nullable String endDate;

    /** Associations by tag. */
    private final Map<Long, Long> tags = new HashMap<>();

    private final Pins iterations = new Pins();
    private final Pins resources = new Pins();

    Experiment() {}

    private Experiment(ProjectId project, ExperimentEvent birth) {
        Log.append(project.value(), birth);
    }

    public static Experiment create(ExperimentId id, ProjectId project, String name, String createdDate) {
        return new Experiment(project, new ExperimentCreated(id.value(), project.value(), name, createdDate));
    }

    /** An experiment that nobody sees until {@link #completeRestore}. */
    public static Experiment beginRestore(
            ExperimentId id, ProjectId project, IterationId iteration, CrayonName name, String createdDate) {
        return new Experiment(
                project, new RestoreBegun(id.value(), project.value(), iteration.value(), name.value(), createdDate));
    }

    /** The number in an experiment's aggregate id. */
    public static long numberOf(String aggregateId) {
        return Long.parseLong(aggregateId.substring("experiment-".length()));
    }

    public long projectId() {
        return projectId;
    }

    Optional<String> crayonName() {
        return knownToCrayon ? Optional.of(name) : Optional.empty();
    }

    public void nameForCrayon(CrayonName crayonName, IterationId iteration) {
        Log.append(projectId, new CrayonNameGiven(number, projectId, iteration.value(), crayonName.value()));
    }

    public void completeRestore(RestoreBackup command, Containers containers) {
        if (restoredIterationId == 0 || containers.projectIsGone(projectId)) {
            throw Refuse.command(Refusal.UNKNOWN_EXPERIMENT, "no restoration into " + id + " is under way");
        }
        Log.append(
                projectId,
                new BackupRestored(
                        number,
                        projectId,
                        restoredIterationId,
                        command.name().value(),
                        command.description(),
                        command.status(),
                        command.endDate()));
    }

    /** Refuses what went with its project, and what is still being restored: nobody has seen it yet. */
    public void requireThere(Containers containers) {
        requireListed();
        if (containers.projectIsGone(projectId)) throw unknown();
    }

    private void requireListed() {
        if (restoredIterationId != 0) throw unknown();
    }

    private RuntimeException unknown() {
        return Refuse.command(Refusal.UNKNOWN_EXPERIMENT, "there is no " + id);
    }

    /** The project in which a new iteration or resource may be made; refuses unless the experiment is in progress. */
    public long openForWork(Containers containers) {
        requireThere(containers);
        if (status != ExperimentStatus.IN_PROGRESS) {
            throw Refuse.command(Refusal.EXPERIMENT_NOT_IN_PROGRESS, id + " is not in progress");
        }
        return projectId;
    }

    void change(ChangeExperiment command) {
        boolean reopened = command.status() == ExperimentStatus.IN_PROGRESS && endDate != null;
        ExperimentStatus next = Difference.of(status, command.status());
        String called = Difference.of(name, command.name());
        String text = Difference.of(description, command.description());
        String end = reopened ? null : Difference.of(endDate, command.endDate());
        if (next == null && called == null && text == null && end == null && !reopened) return;
        Log.append(projectId, new ExperimentChanged(number, next, called, text, end, reopened));
    }

    public void delete(Containers containers) {
        if (iterations.holdAny(containers) || resources.holdAny(containers)) {
            throw Refuse.command(Refusal.REFERENCED_BY_MODEL_VERSION, "a model version points into " + id);
        }
        Log.append(projectId, new ExperimentDeleted(number, projectId));
    }

    public void pinIteration(long iterationId, long modelVersionId) {
        if (iterations.has(iterationId, modelVersionId)) return;
        Log.append(projectId, new IterationPinned(number, iterationId, modelVersionId));
    }

    public void unpinIteration(long iterationId, long modelVersionId) {
        if (!iterations.has(iterationId, modelVersionId)) return;
        Log.append(projectId, new IterationUnpinned(number, iterationId, modelVersionId));
    }

    public void pinResource(long resourceId, long modelVersionId) {
        if (resources.has(resourceId, modelVersionId)) return;
        Log.append(projectId, new ResourcePinned(number, resourceId, modelVersionId));
    }

    public void unpinResource(long resourceId, long modelVersionId) {
        if (!resources.has(resourceId, modelVersionId)) return;
        Log.append(projectId, new ResourceUnpinned(number, resourceId, modelVersionId));
    }

    public void requireIterationUnpinned(long iterationId, Containers containers) {
        if (iterations.hold(iterationId, containers)) throw pinned("iteration-" + iterationId);
    }

    public void requireResourceUnpinned(long resourceId, Containers containers) {
        if (resources.hold(resourceId, containers)) throw pinned("resource-" + resourceId);
    }

    private static RuntimeException pinned(String thing) {
        return Refuse.command(Refusal.REFERENCED_BY_MODEL_VERSION, "a model version points at " + thing);
    }

    public void attachTag(long tagId, long associationId) {
        requireListed();
        if (tags.containsKey(tagId)) throw Refuse.command(Refusal.TAG_ALREADY_ATTACHED, id + " bears the tag already");
        Log.append(projectId, new ExperimentTagged(number, tagId, associationId));
    }

    public void detachTag(long tagId) {
        Long association = tags.get(tagId);
        if (association == null) throw Refuse.command(Refusal.UNKNOWN_TAG, id + " does not bear tag-" + tagId);
        Log.append(projectId, new ExperimentUntagged(number, tagId, association));
    }

    @EventSourcingHandler
    void on(ExperimentEvent event) {
        switch (event) {
            case ExperimentCreated created -> begin(created.experimentId(), created.projectId(), created.name());
            case RestoreBegun begun -> {
                begin(begun.experimentId(), begun.projectId(), begun.name());
                restoredIterationId = begun.iterationId();
            }
            case CrayonNameGiven given -> knownToCrayon = true;
            case ExperimentChanged changed -> change(changed);
            case BackupRestored restored -> restore(restored);
            case ExperimentDeleted deleted -> AggregateLifecycle.markDeleted();
            case ExperimentTagged tagged -> tags.put(tagged.tagId(), tagged.associationId());
            case ExperimentUntagged untagged -> tags.remove(untagged.tagId());
            case IterationPinned pinned -> iterations.add(pinned.iterationId(), pinned.modelVersionId());
            case IterationUnpinned unpinned -> iterations.remove(unpinned.iterationId(), unpinned.modelVersionId());
            case ResourcePinned pinned -> resources.add(pinned.resourceId(), pinned.modelVersionId());
            case ResourceUnpinned unpinned -> resources.remove(unpinned.resourceId(), unpinned.modelVersionId());
        }
    }

    private void begin(long experiment, long project, String called) {
        id = "experiment-" + experiment;
        number = experiment;
        projectId = project;
        name = called;
    }

    private void restore(BackupRestored event) {
        restoredIterationId = 0;
        knownToCrayon = true;
        name = event.name();
        status = event.status();
        description = event.description();
        endDate = event.endDate();
    }

    private void change(ExperimentChanged event) {
        if (event.status() != null) status = event.status();
        if (event.name() != null) name = event.name();
        if (event.description() != null) description = event.description();
        if (event.endDate() != null || event.reopened()) endDate = event.endDate();
    }
}
