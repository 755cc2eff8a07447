package io.daybook.query.refusal;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import org.axonframework.queryhandling.QueryExecutionException;

/** How a query is refused. */
public final class Refused {

    private Refused() {}

    /** @param message one sentence for people */
    public static QueryExecutionException query(Refusal refusal, String message) {
        return new QueryExecutionException(message, null, new RefusalDetails(refusal, message));
    }
}
