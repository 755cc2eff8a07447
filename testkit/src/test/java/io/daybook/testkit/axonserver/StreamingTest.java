package io.daybook.testkit.axonserver;

import static io.daybook.testkit.axonserver.Client.event;
import static io.daybook.testkit.axonserver.Client.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamingTest {

    /** The fewest that the connector gives. */
    private static final int PERMITS = 64;

    private static final int MANY = 1_000;

    private AxonServer server;
    private Client client;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = AxonServer.orReal(AxonServerSettings.in(folder));
        client = new Client(server.address());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void all_come_in_order_though_few_are_permitted_at_a_time() throws Exception {
        client.append(events(MANY));
        assertThat(client.read(-1, MANY))
                .extracting(EventWithToken::getToken)
                .containsExactlyElementsOf(LongStream.range(0, MANY).boxed().toList());
    }

    @Test
    void a_stream_goes_on_with_what_is_appended_later() throws Exception {
        client.append(event("a", 0));
        try (EventStream stream = client.events().openStream(-1, PERMITS)) {
            assertThat(Client.read(stream, 1)).hasSize(1);
            for (int i = 1; i < 10; i++) {
                client.append(event("a", i));
                assertThat(Client.read(stream, 1).getFirst().getToken()).isEqualTo(i);
            }
        }
    }

    @Test
    void a_stream_resumes_behind_the_token_that_it_is_given() throws Exception {
        client.append(events(10));
        List<EventWithToken> rest = client.read(6, 3);
        assertThat(rest).extracting(EventWithToken::getToken).containsExactly(7L, 8L, 9L);
        assertThat(client.read(-1, 10).subList(7, 10)).isEqualTo(rest);
    }

    /** Not on a real server, as that one stays. */
    @Test
    void who_takes_the_place_of_a_server_has_what_it_had(@TempDir Path folder) throws Exception {
        AxonServerSettings settings = AxonServerSettings.in(folder);
        AxonServer first = AxonServer.start(settings);
        try (Client there = new Client(first.address())) {
            there.append(events(3));
            first.close();
            try (AxonServer second = AxonServer.start(settings.at(first.port()))) {
                assertThat(second.address()).isEqualTo(first.address());
                assertThat(there.awaitLastToken()).isEqualTo(2);
            }
        }
    }

    @Test
    void several_streams_see_the_same() throws Exception {
        try (Client other = new Client(server.address());
                EventStream first = client.events().openStream(-1, PERMITS);
                EventStream second = other.events().openStream(-1, PERMITS)) {
            client.append(events(MANY));
            assertThat(Client.read(first, MANY)).isEqualTo(Client.read(second, MANY));
        }
    }

    @Test
    void a_closed_stream_leaves_the_others_alone() throws Exception {
        try (EventStream stays = client.events().openStream(-1, PERMITS)) {
            for (int i = 0; i < 20; i++) {
                EventStream closed = client.events().openStream(-1, PERMITS);
                client.append(event("a", i));
                closed.close();
            }
            assertThat(Client.read(stays, 20)).hasSize(20);
        }
    }

    @Test
    void the_first_and_the_last_token_are_told() throws Exception {
        assertThat(get(client.events().getLastToken())).isEqualTo(-1);
        client.append(events(3));
        assertThat(get(client.events().getLastToken())).isEqualTo(2);
        assertThat(get(client.events().getFirstToken())).isEqualTo(-1);
    }

    @Test
    void a_moment_has_a_token() throws Exception {
        client.append(at(0, 1_000), at(1, 2_000));
        assertThat(get(client.events().getTokenAt(500))).isEqualTo(-1);
        assertThat(get(client.events().getTokenAt(1_001))).isZero();
        assertThat(get(client.events().getTokenAt(2_000))).isZero();
        assertThat(get(client.events().getTokenAt(2_001))).isOne();
    }

    private static Event at(int sequence, long time) {
        return event("a", sequence).toBuilder().setTimestamp(time).build();
    }

    private static Event[] events(int count) {
        return IntStream.range(0, count).mapToObj(i -> event("a", i)).toArray(Event[]::new);
    }
}
