package io.daybook.server.event;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Random;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of messages that grow with time, so that the index over event ids is written at its end and not all over. Nobody has
 * to be unable to guess them, and a request makes half a dozen: ordinary random numbers do.
 */
public final class OrderedIds extends IdentifierFactory {

    private final NoArgGenerator generator = Generators.timeBasedEpochRandomGenerator(new Random());

    @Override
    public String generateIdentifier() {
        return generator.generate().toString();
    }
}
