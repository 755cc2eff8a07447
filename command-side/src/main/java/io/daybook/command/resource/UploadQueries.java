package io.daybook.command.resource;

import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.RestoreBegun;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.ResourceQuery.FindResourceThere;
import io.daybook.api.resource.ResourceQuery.FindUploadWelcome;
import io.daybook.command.access.Owners;
import io.daybook.command.bus.Refuse;
import java.util.Iterator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** What is asked before bytes are kept, without a lock; {@link ResourceCommands} decides again when the command comes. */
public final class UploadQueries {

    private final EventStore events;
    private final Owners owners;

    public UploadQueries(EventStore events, Owners owners) {
        this.events = events;
        this.owners = owners;
    }

    @QueryHandler
    Boolean handle(FindUploadWelcome query) {
        ExperimentId experiment = query.experiment();
        ExperimentStatus status =
                owners.of(experiment.toString()).isEmpty() ? null : status(events.readEvents(experiment.toString()));
        if (status == null) throw Refuse.query(Refusal.UNKNOWN_EXPERIMENT, "there is no " + experiment);
        if (status == ExperimentStatus.IN_PROGRESS) return true;
        throw Refuse.query(Refusal.EXPERIMENT_NOT_IN_PROGRESS, experiment + " is not in progress");
    }

    @QueryHandler
    Boolean handle(FindResourceThere query) {
        if (owners.of(query.id().toString()).isPresent()) return true;
        throw Refuse.query(Refusal.UNKNOWN_RESOURCE, "there is no " + query.id());
    }

    /** Null as long as the experiment is being restored. */
    private static @Nullable ExperimentStatus status(Iterator<? extends DomainEventMessage<?>> stream) {
        ExperimentStatus status = ExperimentStatus.IN_PROGRESS;
        while (stream.hasNext()) {
            switch (stream.next().getPayload()) {
                case RestoreBegun begun -> status = null;
                case BackupRestored restored -> status = restored.status();
                case ExperimentChanged changed -> status = changed.status() == null ? status : changed.status();
                default -> {}
            }
        }
        return status;
    }
}
