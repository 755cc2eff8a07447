package io.daybook.testkit.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.Registration;
import io.axoniq.axonserver.connector.ResultStream;
import io.axoniq.axonserver.connector.query.QueryDefinition;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueriesTest {

    private AxonServer server;
    private Client a;
    private Client b;
    private Client asking;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = AxonServer.orReal(AxonServerSettings.in(folder));
        a = new Client(server.address());
        b = new Client(server.address());
        asking = new Client(server.address());
    }

    @AfterEach
    void stop() {
        List.of(a, b, asking).forEach(Client::close);
        server.close();
    }

    @Test
    void one_of_those_that_can_answers_with_all_that_it_has() throws Exception {
        answer(a, "a1", "a2", "a3");
        answer(b, "b1", "b2", "b3");
        Set<List<String>> answers = new HashSet<>();
        for (int i = 0; i < 50; i++) answers.add(ask());
        assertThat(answers).containsExactlyInAnyOrder(List.of("a1", "a2", "a3"), List.of("b1", "b2", "b3"));
    }

    @Test
    void who_unsubscribes_is_asked_no_more() throws Exception {
        Registration registration = answer(a, "a");
        answer(b, "b");
        Client.get(registration.cancel());
        for (int i = 0; i < 20; i++) assertThat(ask()).containsExactly("b");
    }

    @Test
    void a_query_that_nobody_answers_is_refused() throws Exception {
        try (ResultStream<QueryResponse> results = query()) {
            assertThat(next(results).getErrorCode()).isEqualTo("AXONIQ-5000");
        }
    }

    private static Registration answer(Client client, String... answers) throws Exception {
        return client.connection()
                .queryChannel()
                .registerQueryHandler(
                        (query, reply) -> {
                            for (String answer : answers) reply.send(response(query, answer));
                            reply.complete();
                        },
                        new QueryDefinition("FindNotes", "Notes"))
                .awaitAck(Client.SECONDS, TimeUnit.SECONDS);
    }

    private static QueryResponse response(QueryRequest query, String answer) {
        return QueryResponse.newBuilder()
                .setRequestIdentifier(query.getMessageIdentifier())
                .setPayload(SerializedObject.newBuilder().setType(answer))
                .build();
    }

    private List<String> ask() throws Exception {
        List<String> answers = new ArrayList<>();
        try (ResultStream<QueryResponse> results = query()) {
            for (QueryResponse next = next(results); next != null; next = next(results)) {
                answers.add(next.getPayload().getType());
            }
            assertThat(results.isClosed()).isTrue();
        }
        return answers;
    }

    private ResultStream<QueryResponse> query() {
        return asking.connection()
                .queryChannel()
                .query(QueryRequest.newBuilder().setQuery("FindNotes").build());
    }

    private static @Nullable QueryResponse next(ResultStream<QueryResponse> results) throws InterruptedException {
        return results.nextIfAvailable(Client.SECONDS, TimeUnit.SECONDS);
    }
}
