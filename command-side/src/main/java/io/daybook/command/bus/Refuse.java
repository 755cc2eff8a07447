package io.daybook.command.bus;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;

/** How the command side says no. */
public final class Refuse {

    private Refuse() {}

    /** To be thrown by a command handler. */
    public static CommandExecutionException command(Refusal refusal, String message) {
        return new CommandExecutionException(message, null, new RefusalDetails(refusal, message));
    }

    /** To be thrown by a query handler. */
    public static QueryExecutionException query(Refusal refusal, String message) {
        return new QueryExecutionException(message, null, new RefusalDetails(refusal, message));
    }

    /** A name may be any text but the empty one; null is none, and passes. */
    public static void emptyName(@Nullable String name) {
        if (name != null && name.isEmpty()) throw command(Refusal.NAME_NOT_USABLE, "the name is empty");
    }
}
