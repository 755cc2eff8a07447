package io.daybook.testkit.axonserver;

import static io.daybook.testkit.axonserver.Client.event;
import static io.daybook.testkit.axonserver.Client.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.daybook.testkit.axonserver.wire.Refusal;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendingTest {

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
    void what_is_appended_is_read_as_it_was() throws Exception {
        Event event = event("a", 0).toBuilder()
                .setTimestamp(1_700_000_000_123L)
                .putMetaData(
                        "actor", MetaDataValue.newBuilder().setTextValue("Ada").build())
                .putMetaData(
                        "attempt", MetaDataValue.newBuilder().setNumberValue(-3).build())
                .build();
        client.append(event);
        assertThat(ofAggregate("a")).containsExactly(event);
        assertThat(client.read(-1, 1).getFirst().getEvent()).isEqualTo(event);
    }

    @Test
    void tokens_count_from_0_without_gaps_and_a_refused_append_takes_none() throws Exception {
        client.append(event("a", 0), event("a", 1));
        assertThatThrownBy(() -> client.append(event("a", 1)));
        client.append(event("b", 0));
        assertThat(client.read(-1, 3)).extracting(EventWithToken::getToken).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_sequence_that_does_not_follow_the_last_is_refused() throws Exception {
        refusesSequence("Invalid sequence number 1 for aggregate a, expected 0", event("a", 1));
        client.append(event("a", 0));
        refusesSequence("Invalid sequence number 0 for aggregate a, expected 1", event("a", 0));
        refusesSequence("Invalid sequence number 2 for aggregate a, expected 1", event("a", 2));
        refusesSequence("Invalid sequence number 3 for aggregate a, expected 2", event("a", 1), event("a", 3));
        assertThat(ofAggregate("a")).hasSize(1);
    }

    private void refusesSequence(String sentence, Event... events) {
        assertThatThrownBy(() -> client.append(events))
                .cause()
                .isInstanceOfSatisfying(StatusRuntimeException.class, e -> {
                    assertThat(Status.trailersFromThrowable(e))
                            .matches(trailers -> "AXONIQ-2000".equals(trailers.get(Refusal.CODE)));
                    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.OUT_OF_RANGE);
                    assertThat(e.getStatus().getDescription()).isEqualTo("[AXONIQ-2000] " + sentence);
                });
    }

    /** Other than in Daybook, where the type is part of an aggregate's name. */
    @Test
    void an_aggregate_is_known_by_its_id_whatever_its_type() throws Exception {
        client.append(event("a", 0));
        Event other = event("a", 0).toBuilder().setAggregateType("other").build();
        assertThatThrownBy(() -> client.append(other)).hasMessageContaining("AXONIQ-2000");
    }

    @Test
    void an_append_that_is_refused_in_one_place_leaves_nothing() throws Exception {
        client.append(event("a", 0));
        assertThatThrownBy(() -> client.append(event("b", 0), event("a", 0), event("c", 0)));
        assertThat(get(client.events().getLastToken())).isZero();
        assertThat(ofAggregate("b")).isEmpty();
    }

    @Test
    void what_is_rolled_back_is_not_there() throws Exception {
        AppendEventsTransaction transaction = client.events().startAppendEventsTransaction();
        transaction.appendEvent(event("a", 0));
        transaction.rollback();
        client.append(event("b", 0));
        assertThat(client.read(-1, 1).getFirst().getEvent().getAggregateIdentifier())
                .isEqualTo("b");
        assertThat(get(client.events().getLastToken())).isZero();
    }

    @Test
    void events_of_one_append_stay_together_amid_others() throws Exception {
        List<CompletableFuture<?>> appends = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String aggregate = "a" + i;
            appends.add(client.events().appendEvents(event(aggregate, 0), event(aggregate, 1), event(aggregate, 2)));
        }
        for (CompletableFuture<?> append : appends) get(append);
        List<EventWithToken> all = client.read(-1, 600);
        for (int i = 0; i < all.size(); i += 3) {
            String aggregate = all.get(i).getEvent().getAggregateIdentifier();
            assertThat(all.subList(i, i + 3))
                    .extracting(event -> event.getEvent().getAggregateIdentifier())
                    .containsOnly(aggregate);
        }
    }

    @Test
    void of_appends_that_race_for_a_sequence_one_is_confirmed() throws Exception {
        List<CompletableFuture<?>> appends = new ArrayList<>();
        for (int i = 0; i < 20; i++) appends.add(client.events().appendEvents(event("a", 0)));
        long confirmed = 0;
        for (CompletableFuture<?> append : appends) {
            if (get(append.handle((done, refused) -> refused == null))) confirmed++;
        }
        assertThat(confirmed).isOne();
        assertThat(ofAggregate("a")).hasSize(1);
    }

    @Test
    void events_without_an_aggregate_need_no_sequence() throws Exception {
        Event plain =
                Event.newBuilder().setMessageIdentifier("x").setTimestamp(1).build();
        client.append(plain, plain);
        assertThat(client.read(-1, 2)).extracting(EventWithToken::getEvent).containsExactly(plain, plain);
    }

    @Test
    void the_highest_sequence_is_told() throws Exception {
        assertThat(get(client.events().findHighestSequence("a"))).isEqualTo(-1);
        client.append(event("a", 0), event("a", 1));
        assertThat(get(client.events().findHighestSequence("a"))).isOne();
    }

    @Test
    void a_snapshot_comes_in_place_of_the_events_before_it() throws Exception {
        client.append(event("a", 0), event("a", 1), event("a", 2));
        get(client.events().appendSnapshot(event("a", 1)));
        assertThat(stream("a", true)).extracting(Event::getSnapshot).containsExactly(true, false);
        assertThat(stream("a", true))
                .extracting(Event::getAggregateSequenceNumber)
                .containsExactly(1L, 2L);
        assertThat(client.events().loadSnapshots("a", Long.MAX_VALUE, 1).asStream())
                .hasSize(1);
        assertThatThrownBy(() -> get(client.events().appendSnapshot(event("a", 3))))
                .hasMessageContaining("AXONIQ-2000");
    }

    private List<Event> ofAggregate(String aggregate) {
        return stream(aggregate, false);
    }

    private List<Event> stream(String aggregate, boolean allowSnapshots) {
        try (Stream<Event> events =
                client.events().openAggregateStream(aggregate, allowSnapshots).asStream()) {
            return events.toList();
        }
    }
}
