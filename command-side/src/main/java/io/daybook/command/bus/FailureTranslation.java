package io.daybook.command.bus;

import io.daybook.api.refusal.Refusal;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What the framework and the store throw, in the words of {@link Refusal}. */
final class FailureTranslation {

    /** By what an aggregate's id begins with. */
    private static final Map<String, Refusal> UNKNOWN = Map.of(
            "user", Refusal.UNKNOWN_USER,
            "project", Refusal.UNKNOWN_PROJECT,
            "experiment", Refusal.UNKNOWN_EXPERIMENT,
            "iteration", Refusal.UNKNOWN_ITERATION,
            "resource", Refusal.UNKNOWN_RESOURCE,
            "tag", Refusal.UNKNOWN_TAG,
            "model", Refusal.UNKNOWN_MODEL);

    private FailureTranslation() {}

    /** Null when the failure is nothing that a caller could understand: a defect. */
    static @Nullable CommandExecutionException refusalFor(Throwable failure) {
        return switch (failure) {
            case CommandExecutionException refused -> refused;
            case AggregateNotFoundException missing -> unknown(String.valueOf(missing.getAggregateIdentifier()));
            case LockAcquisitionFailedException busy ->
                Refuse.command(Refusal.OVERLOADED, "too many changes of the same thing are waiting; try again");
            case ConcurrencyException race -> lost();
            case AggregateStreamCreationException race -> lost();
            case EventStoreException broken ->
                Refuse.command(
                        Refusal.STORE_UNAVAILABLE, "the event store cannot make the change durable now; try again");
            default -> null;
        };
    }

    private static CommandExecutionException lost() {
        return Refuse.command(Refusal.OVERLOADED, "the same thing was changed at the same moment; try again");
    }

    private static @Nullable CommandExecutionException unknown(String aggregate) {
        int dash = aggregate.indexOf('-');
        Refusal refusal = dash < 0 ? null : UNKNOWN.get(aggregate.substring(0, dash));
        return refusal == null ? null : Refuse.command(refusal, "there is no " + aggregate);
    }
}
