package io.daybook.command.claim;

import io.daybook.api.claim.ClaimEvent;
import io.daybook.api.claim.ClaimEvent.NameClaimed;
import io.daybook.api.claim.ClaimEvent.NameReleased;
import io.daybook.api.message.Meta;
import io.daybook.command.bus.Log;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** That a name is taken, by whom, or free again: uniqueness without a look-up table, on any event store. */
@AggregateRoot(type = "claim")
public class Claim {

    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable String holder;
    private long projectId;

    /** The id of the aggregate that holds the name. */
    public Optional<String> holder() {
        return Optional.ofNullable(holder);
    }

    /** The project that the holder belongs to; 0 when it belongs to none. */
    public long projectId() {
        return projectId;
    }

    /** Gives the name to {@code next}, whoever held it until now: whether that is right is the caller's rule. */
    public void give(long projectId, String claim, String next) {
        Log.append(projectId, new NameClaimed(claim, next, holder));
    }

    /** As {@link #give(long, String, String)}, for what belongs to no project. */
    public void give(String claim, String next) {
        Log.append(new NameClaimed(claim, next, holder));
    }

    public void release(long projectId, String claim) {
        Log.append(projectId, new NameReleased(claim, holder().orElseThrow()));
    }

    /** As {@link #release(long, String)}, for what belongs to no project. */
    public void release(String claim) {
        Log.append(new NameReleased(claim, holder().orElseThrow()));
    }

    @EventSourcingHandler
    void on(ClaimEvent event, @MetaDataValue(Meta.PROJECT) @Nullable String project) {
        switch (event) {
            case NameClaimed claimed -> {
                id = claimed.claim();
                holder = claimed.holder();
                projectId = project == null ? 0 : Long.parseLong(project);
            }
            case NameReleased released -> holder = null;
        }
    }
}
