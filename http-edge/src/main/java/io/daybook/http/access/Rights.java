package io.daybook.http.access;

import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.access.CallerView;
import io.daybook.api.access.Required;
import io.daybook.api.user.UserId;
import io.daybook.http.message.Queries;

/** Asks the command side, whose rights are those of now, whether somebody may. */
public final class Rights {

    private final Queries queries;

    Rights(Queries queries) {
        this.queries = queries;
    }

    /** Refused when they may not. */
    public void require(UserId user, Required required) {
        queries.decide(new FindAccess(user, required), CallerView.class);
    }
}
