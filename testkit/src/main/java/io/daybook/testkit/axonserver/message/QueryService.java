package io.daybook.testkit.axonserver.message;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.axoniq.axonserver.grpc.query.QuerySubscription;
import io.daybook.testkit.axonserver.wire.Instructions;
import io.grpc.stub.StreamObserver;

/** Queries to one client each. Those that go to all, and subscriptions to updates, are not answered. */
public final class QueryService extends QueryServiceGrpc.QueryServiceImplBase {

    private final Router<QueryRequest, QueryResponse> router = new Router<>(new QueryLanguage());

    @Override
    public void query(QueryRequest query, StreamObserver<QueryResponse> client) {
        router.dispatch(query, client);
    }

    @Override
    public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> client) {
        return new Provider(client);
    }

    private static QueryProviderInbound acknowledgement(InstructionAck ack) {
        return QueryProviderInbound.newBuilder().setAck(ack).build();
    }

    private final class Provider extends Instructions<QueryProviderOutbound, QueryProviderInbound> {

        private final Handler<QueryRequest> handler = new Handler<>(
                query -> send(QueryProviderInbound.newBuilder().setQuery(query).build()));

        Provider(StreamObserver<QueryProviderInbound> client) {
            super(client, QueryProviderOutbound::getInstructionId, QueryService::acknowledgement);
            router.join(handler);
        }

        @Override
        protected boolean take(QueryProviderOutbound instruction) {
            switch (instruction.getRequestCase()) {
                case SUBSCRIBE -> subscribe(instruction.getSubscribe());
                case UNSUBSCRIBE ->
                    handler.unsubscribe(instruction.getUnsubscribe().getQuery());
                case FLOW_CONTROL -> handler.permit(instruction.getFlowControl().getPermits());
                case QUERY_RESPONSE -> answered(instruction.getQueryResponse());
                case QUERY_COMPLETE ->
                    router.complete(instruction.getQueryComplete().getRequestId());
                case ACK -> {}
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void subscribe(QuerySubscription wish) {
            handler.subscribe(wish.getClientId(), wish.getQuery());
        }

        private void answered(QueryResponse response) {
            router.answer(response.getRequestIdentifier(), response);
        }

        @Override
        protected void gone() {
            router.leave(handler);
        }
    }
}
