package io.daybook.server.event;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.axonframework.common.IdentifierFactory;

/** Ids of messages that grow with time, so that the index over event ids is written at its end and not all over. */
public final class OrderedIds extends IdentifierFactory {

    private final NoArgGenerator generator = Generators.timeBasedEpochRandomGenerator();

    @Override
    public String generateIdentifier() {
        return generator.generate().toString();
    }
}
