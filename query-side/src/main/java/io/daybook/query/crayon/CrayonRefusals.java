package io.daybook.query.crayon;

import io.daybook.api.refusal.Refusal;
import io.daybook.query.refusal.Refused;
import org.axonframework.queryhandling.QueryExecutionException;

/** Why a Crayon query is not answered, in one sentence. */
final class CrayonRefusals {

    private CrayonRefusals() {}

    static QueryExecutionException unknownExperiment(String name) {
        return Refused.query(Refusal.UNKNOWN_EXPERIMENT, "no experiment is called '" + name + "'");
    }

    /**
     * @param kind {@code scalar} or {@code histogram}
     * @param owner what does not have it, such as {@code experiment 'foo'}
     */
    static QueryExecutionException unknownSeries(String owner, String kind, String key) {
        return Refused.query(Refusal.UNKNOWN_SERIES, owner + " has no " + kind + " series called '" + key + "'");
    }
}
