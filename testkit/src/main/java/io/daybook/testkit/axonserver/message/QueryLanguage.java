package io.daybook.testkit.axonserver.message;

import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.daybook.testkit.axonserver.wire.Refusal;
import java.util.UUID;

/** Queries as the router sees them. They have no routing keys, and so are spread over all that handle them. */
final class QueryLanguage implements Router.Language<QueryRequest, QueryResponse> {

    @Override
    public String id(QueryRequest query) {
        return query.getMessageIdentifier();
    }

    @Override
    public String name(QueryRequest query) {
        return query.getQuery();
    }

    @Override
    public String key(QueryRequest query) {
        return query.getMessageIdentifier();
    }

    @Override
    public QueryResponse withoutHandler(QueryRequest query) {
        return refusal(query, Refusal.QUERY_WITHOUT_HANDLER, "No handler for query: " + query.getQuery());
    }

    @Override
    public QueryResponse lost(QueryRequest query, String client) {
        return refusal(query, Refusal.HANDLER_LOST, "Connection to handler " + client + " lost");
    }

    private static QueryResponse refusal(QueryRequest query, Refusal why, String sentence) {
        return QueryResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setRequestIdentifier(query.getMessageIdentifier())
                .setErrorCode(why.code())
                .setErrorMessage(why.message(sentence))
                .build();
    }
}
