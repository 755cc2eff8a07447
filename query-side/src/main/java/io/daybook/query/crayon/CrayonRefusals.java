package io.daybook.query.crayon;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import org.axonframework.queryhandling.QueryExecutionException;

/** Why a Crayon query is not answered, in one sentence. */
final class CrayonRefusals {

    private CrayonRefusals() {}

    static QueryExecutionException unknownExperiment(String name) {
        return refused(Refusal.UNKNOWN_EXPERIMENT, "no experiment is called '" + name + "'");
    }

    /**
     * @param kind {@code scalar} or {@code histogram}
     * @param owner what does not have it, such as {@code experiment 'foo'}
     */
    static QueryExecutionException unknownSeries(String owner, String kind, String key) {
        return refused(Refusal.UNKNOWN_SERIES, owner + " has no " + kind + " series called '" + key + "'");
    }

    private static QueryExecutionException refused(Refusal refusal, String message) {
        return new QueryExecutionException(message, null, new RefusalDetails(refusal, message));
    }
}
