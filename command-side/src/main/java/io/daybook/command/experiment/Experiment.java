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
import io.daybook.command.bus.Log;
import io.daybook.command.bus.Refuse;
import java.util.Objects;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Iterations of one question; decides whether new ones are welcome. */
@AggregateRoot(type = "experiment")
public class Experiment {

    @AggregateIdentifier
    private @Nullable String id;

    private long number;
    private long projectId;
    private long restoredIterationId;
    private ExperimentStatus status = ExperimentStatus.IN_PROGRESS;
    private String description = "";
    private @Nullable String endDate;
    private final Pins iterationPins = new Pins();
    private final Pins resourcePins = new Pins();

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

    public void nameForCrayon(CrayonName name, IterationId iteration) {
        Log.append(projectId, new CrayonNameGiven(number, projectId, iteration.value(), name.value()));
    }

    public void completeRestore(RestoreBackup command) {
        if (restoredIterationId == 0) {
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

    public void delete() {
        Log.append(projectId, new ExperimentDeleted(number, projectId));
    }

    /** The project in which a new iteration or resource may be made; refuses unless the experiment is in progress. */
    public long openForWork(Containers containers) {
        if (containers.projectIsGone(projectId)) {
            throw Refuse.command(Refusal.UNKNOWN_EXPERIMENT, "the project of " + id + " was deleted");
        }
        if (status != ExperimentStatus.IN_PROGRESS) {
            throw Refuse.command(Refusal.EXPERIMENT_NOT_IN_PROGRESS, id + " is not in progress");
        }
        return projectId;
    }

    public long projectId() {
        return projectId;
    }

    public void pinIteration(long iterationId, long modelVersionId) {
        Log.append(projectId, new IterationPinned(number, iterationId, modelVersionId));
    }

    public void unpinIteration(long iterationId, long modelVersionId) {
        Log.append(projectId, new IterationUnpinned(number, iterationId, modelVersionId));
    }

    public void pinResource(long resourceId, long modelVersionId) {
        Log.append(projectId, new ResourcePinned(number, resourceId, modelVersionId));
    }

    public void unpinResource(long resourceId, long modelVersionId) {
        Log.append(projectId, new ResourceUnpinned(number, resourceId, modelVersionId));
    }

    public void requireIterationUnpinned(long iterationId, Containers containers) {
        if (iterationPins.hold(iterationId, containers)) throw pinned("iteration-" + iterationId);
    }

    public void requireResourceUnpinned(long resourceId, Containers containers) {
        if (resourcePins.hold(resourceId, containers)) throw pinned("resource-" + resourceId);
    }

    private static CommandExecutionException pinned(String thing) {
        return Refuse.command(Refusal.REFERENCED_BY_MODEL_VERSION, "a model version points at " + thing);
    }

    @CommandHandler
    void handle(ChangeExperiment command) {
        boolean reopened = command.status() == ExperimentStatus.IN_PROGRESS && endDate != null;
        ExperimentStatus next = changed(status, command.status());
        String text = changed(description, command.description());
        String end = reopened ? null : changed(endDate, command.endDate());
        if (next == null && text == null && end == null && !reopened) return;
        Log.append(projectId, new ExperimentChanged(number, next, null, text, end, reopened));
    }

    private static <T> @Nullable T changed(@Nullable T stored, @Nullable T wanted) {
        return Objects.equals(stored, wanted) ? null : wanted;
    }

    @EventSourcingHandler
    void on(ExperimentEvent event) {
        switch (event) {
            case ExperimentCreated created -> begin(created.experimentId(), created.projectId());
            case RestoreBegun begun -> {
                begin(begun.experimentId(), begun.projectId());
                restoredIterationId = begun.iterationId();
            }
            case CrayonNameGiven given -> {}
            case ExperimentChanged changed -> change(changed);
            case BackupRestored restored -> {
                restoredIterationId = 0;
                status = restored.status();
                description = restored.description();
                endDate = restored.endDate();
            }
            case ExperimentDeleted deleted -> AggregateLifecycle.markDeleted();
            case IterationPinned pinned -> iterationPins.add(pinned.iterationId(), pinned.modelVersionId());
            case IterationUnpinned freed -> iterationPins.remove(freed.iterationId(), freed.modelVersionId());
            case ResourcePinned pinned -> resourcePins.add(pinned.resourceId(), pinned.modelVersionId());
            case ResourceUnpinned freed -> resourcePins.remove(freed.resourceId(), freed.modelVersionId());
            default -> {}
        }
    }

    private void begin(long experiment, long project) {
        id = "experiment-" + experiment;
        number = experiment;
        projectId = project;
    }

    private void change(ExperimentChanged event) {
        if (event.status() != null) status = event.status();
        if (event.description() != null) description = event.description();
        if (event.endDate() != null || event.reopened()) endDate = event.endDate();
    }
}
