package io.daybook.command.sequence;

import io.daybook.api.sequence.Lease;
import io.daybook.api.sequence.SequenceCommand.LeaseIds;
import io.daybook.api.sequence.SequenceEvent;
import io.daybook.api.sequence.SequenceEvent.IdsLeased;
import io.daybook.command.bus.Log;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Leases blocks of ids, from 1: a restart may leave gaps, never a repeat. */
@AggregateRoot(type = "sequence")
public class Sequence {

    @AggregateIdentifier
    private @Nullable String id;

    private long last;

    Sequence() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Lease handle(LeaseIds command) {
        long first = Math.max(last + 1, command.sequence().first());
        Lease lease = new Lease(first, first + command.count() - 1);
        Log.append(new IdsLeased(command.sequence().toString(), lease.first(), lease.last()));
        return lease;
    }

    @EventSourcingHandler
    void on(SequenceEvent event) {
        switch (event) {
            case IdsLeased leased -> {
                id = leased.sequence();
                last = leased.last();
            }
        }
    }
}
