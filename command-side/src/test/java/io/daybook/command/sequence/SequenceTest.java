package io.daybook.command.sequence;

import io.daybook.api.sequence.Lease;
import io.daybook.api.sequence.SequenceCommand.LeaseIds;
import io.daybook.api.sequence.SequenceEvent.IdsLeased;
import io.daybook.api.sequence.SequenceName;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class SequenceTest {

    private final AggregateTestFixture<Sequence> fixture = new AggregateTestFixture<>(Sequence.class);

    @Test
    void leases_from_1_on() {
        fixture.givenNoPriorActivity()
                .when(new LeaseIds(SequenceName.ITERATION, 8))
                .expectResultMessagePayload(new Lease(1, 8))
                .expectEvents(new IdsLeased("sequence:iteration", 1, 8));
    }

    @Test
    void never_leases_an_id_twice() {
        fixture.given(new IdsLeased("sequence:iteration", 1, 8))
                .when(new LeaseIds(SequenceName.ITERATION, 16))
                .expectResultMessagePayload(new Lease(9, 24));
    }
}
