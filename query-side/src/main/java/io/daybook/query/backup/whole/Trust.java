package io.daybook.query.backup.whole;

import io.daybook.api.log.ChainCheck;
import io.daybook.api.log.Checkpoint;
import java.util.function.Predicate;
import org.axonframework.serialization.Serializer;

/**
 * What tells a sound archive from another.
 *
 * @param chains follow the chain from a place on
 * @param signed whether a checkpoint's key signed it
 * @param events understands payloads
 */
public record Trust(Chains chains, Predicate<Checkpoint> signed, Serializer events) {

    @FunctionalInterface
    public interface Chains {
        ChainCheck behind(long position, byte[] hash);
    }
}
