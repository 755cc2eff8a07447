package io.daybook.embedded.log;

import io.daybook.api.log.ChainCheck;
import io.daybook.api.log.LoggedEvent;
import java.util.Arrays;

/** Recomputes the chain of hashes over events that stand in no log yet. */
public final class ChainWalk implements ChainCheck {

    private Place place;

    /** Begins behind an event with this position and this hash. */
    public ChainWalk(long position, byte[] hash) {
        place = new Place(position, Long.MIN_VALUE, hash);
    }

    @Override
    public boolean follows(LoggedEvent next) {
        Place expected = Chain.next(place, next.timestamp(), Chain.canonical(Entry.of(next)));
        boolean follows = next.position() == expected.position() && Arrays.equals(next.hash(), expected.hash());
        if (follows) place = expected;
        return follows;
    }
}
