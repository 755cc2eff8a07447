package io.daybook.api.sequence;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public sealed interface SequenceCommand {

    /** Answers with a {@link Lease} of {@code count} ids that nobody else gets. */
    record LeaseIds(@TargetAggregateIdentifier SequenceName sequence, int count) implements SequenceCommand {
        public LeaseIds {
            if (count < 1 || count > 65_536)
                throw new IllegalArgumentException("a lease is of 1 to 65536 ids, not " + count);
        }
    }
}
