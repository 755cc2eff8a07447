package io.daybook.command.iteration;

import io.daybook.api.iteration.IterationCommand.ChangeIteration;
import io.daybook.api.iteration.IterationCommand.ChangeMetric;
import io.daybook.api.iteration.IterationCommand.ChangeParameter;
import io.daybook.api.iteration.IterationCommand.DeleteMetric;
import io.daybook.api.iteration.IterationCommand.DeleteParameter;
import io.daybook.api.iteration.IterationCommand.FinaliseIteration;
import io.daybook.api.iteration.IterationCommand.LogHistogram;
import io.daybook.api.iteration.IterationCommand.LogParameter;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationCommand.RecordEnvironment;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.IterationEvent.EnvironmentRecorded;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.IterationChanged;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.IterationEvent.IterationFinalised;
import io.daybook.api.iteration.IterationEvent.IterationTagged;
import io.daybook.api.iteration.IterationEvent.IterationUntagged;
import io.daybook.api.iteration.IterationEvent.ParameterChanged;
import io.daybook.api.iteration.IterationEvent.ParameterDeleted;
import io.daybook.api.iteration.IterationEvent.ParameterLogged;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.MetricIds;
import io.daybook.api.iteration.ParameterId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Log;
import io.daybook.command.bus.Refuse;
import io.daybook.command.experiment.Containers;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** One run of a training, until it is finalised. Keeps of its points only what rules need. */
@Revision("2")
@AggregateRoot(type = "iteration")
public class Iteration {

    @AggregateIdentifier
    private @Nullable String id;

    private long number;
    private long experimentId;
    private long projectId;
    private Outcome outcome = new Outcome();
    private Parameters parameters = new Parameters();
    private Points points = new Points();
    private SeriesState histograms = new SeriesState();

    /** Associations by tag. */
    private Map<Long, Long> tags = new HashMap<>();

    Iteration() {}

    public Iteration(IterationId id, long experimentId, long projectId, @Nullable Long parentId, String createdDate) {
        Log.append(projectId, new IterationCreated(id.value(), experimentId, projectId, parentId, createdDate));
    }

    public long experimentId() {
        return experimentId;
    }

    void delete() {
        Log.append(projectId, new IterationDeleted(number, experimentId));
    }

    @CommandHandler
    void handle(FinaliseIteration command, Containers containers) {
        refuseWhenClosed(containers);
        Log.append(projectId, outcome.end(command));
    }

    @CommandHandler
    void handle(ChangeIteration command, Containers containers) {
        refuseWhenClosed(containers);
        appendUnlessNull(outcome.change(command));
    }

    @CommandHandler
    void handle(RecordEnvironment command, Containers containers) {
        refuseWhenGone(containers);
        if (outcome.isRecorded(command.environment())) return;
        Log.append(projectId, new EnvironmentRecorded(number, command.environment()));
    }

    @CommandHandler
    long handle(LogParameter command, Containers containers) {
        refuseWhenClosed(containers);
        Parameters.refuseEmpty(command.key(), command.value());
        ParameterId parameter = parameters.next(command.id());
        Log.append(projectId, new ParameterLogged(number, parameter.value(), command.key(), command.value()));
        return parameter.value();
    }

    @CommandHandler
    void handle(ChangeParameter command, Containers containers) {
        refuseWhenGone(containers);
        parameters.refuseUnlessThere(command.parameter());
        refuseWhenEnded();
        Parameters.refuseEmpty(command.key(), command.value());
        appendUnlessNull(parameters.change(command));
    }

    @CommandHandler
    void handle(DeleteParameter command, Containers containers) {
        refuseWhenGone(containers);
        parameters.refuseUnlessThere(command.parameter());
        refuseWhenEnded();
        Log.append(projectId, new ParameterDeleted(number, command.parameter().value()));
    }

    @CommandHandler
    MetricIds handle(LogScalar command, Containers containers) {
        refuseWhenClosed(containers);
        refuseUnlessItFits(points.count(), command.points().size());
        ScalarsLogged logged = points.log(command);
        Log.append(projectId, logged);
        return new MetricIds(
                MetricId.of(number, logged.ordinal()).value(), command.points().size());
    }

    @CommandHandler
    void handle(ChangeMetric command, Containers containers, PointHistory history) {
        refuseWhenGone(containers);
        points.refuseUnlessThere(command.metric());
        refuseWhenEnded();
        appendUnlessNull(points.change(command, history));
    }

    @CommandHandler
    void handle(DeleteMetric command, Containers containers, PointHistory history) {
        refuseWhenGone(containers);
        points.refuseUnlessThere(command.metric());
        refuseWhenEnded();
        Log.append(projectId, points.delete(command.metric(), history));
    }

    @CommandHandler
    void handle(LogHistogram command, Containers containers) {
        refuseWhenClosed(containers);
        refuseUnlessItFits(histograms.points(), command.points().size());
        Log.append(projectId, new HistogramsLogged(number, histograms.firstsOf(command.points()), command.points()));
    }

    /** Whether its containers are there is the caller's question. */
    public void attachTag(long tagId, long associationId) {
        refuseWhenEnded();
        if (tags.containsKey(tagId)) throw Refuse.command(Refusal.TAG_ALREADY_ATTACHED, id + " bears the tag already");
        Log.append(projectId, new IterationTagged(number, tagId, associationId));
    }

    public void detachTag(long tagId) {
        Long association = tags.get(tagId);
        if (association == null) throw Refuse.command(Refusal.UNKNOWN_TAG, id + " does not bear tag-" + tagId);
        Log.append(projectId, new IterationUntagged(number, tagId, association));
    }

    private void appendUnlessNull(@Nullable IterationEvent event) {
        if (event != null) Log.append(projectId, event);
    }

    private void refuseWhenClosed(Containers containers) {
        refuseWhenGone(containers);
        refuseWhenEnded();
    }

    private void refuseWhenGone(Containers containers) {
        if (containers.experimentIsGone(experimentId) || containers.projectIsGone(projectId)) {
            throw Refuse.command(Refusal.UNKNOWN_ITERATION, "what " + id + " belongs to was deleted");
        }
    }

    private void refuseWhenEnded() {
        if (outcome.ended()) throw Refuse.command(Refusal.ITERATION_ALREADY_FINALISED, id + " has ended");
    }

    private void refuseUnlessItFits(long points, int more) {
        if (!fits(points, more)) {
            throw Refuse.command(
                    Refusal.ITERATION_FULL, id + " cannot hold more than " + IterationId.MAX_POINTS + " points");
        }
    }

    static boolean fits(long points, int more) {
        return points + more <= IterationId.MAX_POINTS;
    }

    @EventSourcingHandler
    void on(IterationEvent event, @SequenceNumber long sequence) {
        switch (event) {
            case IterationCreated created -> begin(created);
            case IterationChanged changed -> outcome.take(changed);
            case IterationFinalised ended -> outcome.take(ended);
            case EnvironmentRecorded recorded -> outcome.take(recorded);
            case IterationDeleted deleted -> AggregateLifecycle.markDeleted();
            case IterationTagged tagged -> tags.put(tagged.tagId(), tagged.associationId());
            case IterationUntagged untagged -> tags.remove(untagged.tagId());
            case ParameterLogged logged -> parameters.take(logged);
            case ParameterChanged changed -> parameters.take(changed);
            case ParameterDeleted deleted -> parameters.take(deleted);
            case ScalarsLogged logged -> points.take(logged, sequence);
            case PointChanged changed -> points.take(changed, sequence);
            case PointDeleted deleted -> points.take(deleted);
            case HistogramsLogged logged -> histograms.take(logged.points());
        }
    }

    private void begin(IterationCreated created) {
        id = "iteration-" + created.iterationId();
        number = created.iterationId();
        experimentId = created.experimentId();
        projectId = created.projectId();
    }
}
