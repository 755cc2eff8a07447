package io.daybook.command.iteration;

import io.daybook.api.iteration.IterationCommand.FinaliseIteration;
import io.daybook.api.iteration.IterationCommand.LogHistogram;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationFinalised;
import io.daybook.api.iteration.IterationEvent.IterationTagged;
import io.daybook.api.iteration.IterationEvent.IterationUntagged;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Log;
import io.daybook.command.bus.Refuse;
import io.daybook.command.experiment.Containers;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** One run of a training, until it is finalised. Keeps of its points only what rules need. */
@Revision("1")
@AggregateRoot(type = "iteration")
public class Iteration {

    @AggregateIdentifier
    private @Nullable String id;

    private long number;
    private long experimentId;
    private long projectId;
    private boolean finalised;
    private SeriesState scalars = new SeriesState();
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

    @CommandHandler
    void handle(FinaliseIteration command, Containers containers) {
        refuseWhenClosed(containers);
        Log.append(
                projectId,
                new IterationFinalised(
                        number, command.status(), command.endDate(), command.errorMessage(), command.notes()));
    }

    @CommandHandler
    void handle(LogScalar command, Containers containers) {
        refuseWhenClosed(containers);
        var points = command.points();
        refuseUnlessItFits(scalars.points(), points.size());
        Log.append(projectId, new ScalarsLogged(number, scalars.points(), scalars.firsts(points.keys()), points));
    }

    @CommandHandler
    void handle(LogHistogram command, Containers containers) {
        refuseWhenClosed(containers);
        refuseUnlessItFits(histograms.points(), command.points().size());
        Log.append(projectId, new HistogramsLogged(number, histograms.firstsOf(command.points()), command.points()));
    }

    /** Whether its containers are there is the caller's question. */
    public void attachTag(long tagId, long associationId) {
        if (finalised) throw Refuse.command(Refusal.ITERATION_ALREADY_FINALISED, id + " has ended");
        if (tags.containsKey(tagId)) throw Refuse.command(Refusal.TAG_ALREADY_ATTACHED, id + " bears the tag already");
        Log.append(projectId, new IterationTagged(number, tagId, associationId));
    }

    public void detachTag(long tagId) {
        Long association = tags.get(tagId);
        if (association == null) throw Refuse.command(Refusal.UNKNOWN_TAG, id + " does not bear tag-" + tagId);
        Log.append(projectId, new IterationUntagged(number, tagId, association));
    }

    private void refuseWhenClosed(Containers containers) {
        if (containers.experimentIsGone(experimentId)) {
            throw Refuse.command(Refusal.UNKNOWN_ITERATION, "the experiment of " + id + " was deleted");
        }
        if (finalised) throw Refuse.command(Refusal.ITERATION_ALREADY_FINALISED, id + " has ended");
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
    void on(IterationEvent event) {
        switch (event) {
            case IterationCreated created -> {
                id = "iteration-" + created.iterationId();
                number = created.iterationId();
                experimentId = created.experimentId();
                projectId = created.projectId();
            }
            case IterationFinalised ended -> finalised = true;
            case ScalarsLogged logged -> scalars.take(logged.points());
            case HistogramsLogged logged -> histograms.take(logged.points());
            case IterationTagged tagged -> tags.put(tagged.tagId(), tagged.associationId());
            case IterationUntagged untagged -> tags.remove(untagged.tagId());
            default -> {}
        }
    }
}
