package io.daybook.command.claim;

import io.daybook.api.claim.ClaimEvent;
import io.daybook.api.claim.ClaimEvent.NameClaimed;
import io.daybook.api.claim.ClaimEvent.NameReleased;
import io.daybook.command.bus.Log;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** That a name is taken, by whom, or free again: uniqueness without a look-up table, on any event store. */
@AggregateRoot(type = "claim")
public class Claim {

    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable String holder;

    /** The id of the aggregate that holds the name. */
    public Optional<String> holder() {
        return Optional.ofNullable(holder);
    }

    /** Gives the name to {@code next}, whoever held it until now: whether that is right is the caller's rule. */
    public void give(long projectId, String claim, String next) {
        Log.append(projectId, new NameClaimed(claim, next, holder));
    }

    public void release(long projectId, String claim) {
        Log.append(projectId, new NameReleased(claim, holder().orElseThrow()));
    }

    @EventSourcingHandler
    void on(ClaimEvent event) {
        switch (event) {
            case NameClaimed claimed -> {
                id = claimed.claim();
                holder = claimed.holder();
            }
            case NameReleased released -> holder = null;
        }
    }
}
