package io.daybook.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.refusal.Refusal;
import io.daybook.http.refusal.Refused;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    @Tag("ops-2.overload")
    void who_finds_no_room_waits_and_is_refused_at_last() {
        Room room = new Room(300_000, SHORT);
        Room.Place first = room.new Place();
        Room.Place second = room.new Place();
        first.hold(200_000);

        assertThatThrownBy(() -> second.hold(200_000)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.details().refusal())
                .isEqualTo(Refusal.OVERLOADED));

        first.leave();
        second.hold(200_000);
    }

    @Test
    void who_waits_goes_on_when_another_leaves() throws Exception {
        Room room = new Room(300_000, LONG);
        Room.Place first = room.new Place();
        first.hold(200_000);

        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> room.new Place().hold(200_000));
        first.leave();

        second.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void what_is_short_always_finds_room() {
        Room room = new Room(100_000, SHORT);
        room.new Place().hold(100_000);

        for (int i = 0; i < 100; i++) room.new Place().hold(Room.SHORT);
    }

    @Test
    void a_place_grows_and_is_given_back_once() {
        Room room = new Room(300_000, SHORT);
        Room.Place place = room.new Place();
        for (int bytes = 1_000; bytes < 300_000; bytes *= 2) place.hold(bytes);
        place.leave();
        place.leave();

        room.new Place().hold(299_000);
        assertThatThrownBy(() -> room.new Place().hold(100_000)).isInstanceOf(Refused.class);
    }

    @Test
    void one_that_is_longer_than_all_room_goes_in_alone() {
        Room room = new Room(100_000, SHORT);
        Room.Place place = room.new Place();

        place.hold(1_000_000);

        assertThatThrownBy(() -> room.new Place().hold(70_000)).isInstanceOf(Refused.class);
        place.leave();
        room.new Place().hold(70_000);
    }
}
