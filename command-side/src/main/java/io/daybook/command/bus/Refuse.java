package io.daybook.command.bus;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.queryhandling.QueryExecutionException;

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
}
