package io.daybook.server.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.AtOnce;
import io.daybook.server.tracking.TrackingClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A right is taken away from somebody who is writing. */
class RevocationIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE)
            .with("daybook.auth.enabled", "true")
            .with("daybook.auth.secret", Minted.SECRET);

    private static final int ROUNDS = 20;

    private record Written(long begun, int status) {}

    @Test
    void once_it_is_answered_nothing_slips_through() throws Exception {
        TrackingClient admin = new TrackingClient(SERVER.http(), Minted.bearer(Visitor.ADMIN, 600));
        Things things = new Things(admin);
        long user = things.of("user");
        long row = things.permission(user, things.of("project"), "true", "true", "false", "false");
        String list = "/metric/iteration/" + things.of("iteration");
        TrackingClient writer = new TrackingClient(SERVER.http(), Minted.bearer(user, 600));
        AtomicLong revoked = new AtomicLong(Long.MAX_VALUE);

        List<Written> writes = writtenWhile(writer, list, () -> {
            admin.delete("/userpermission/" + row);
            revoked.set(System.nanoTime());
        });

        assertThat(writes).extracting(Written::status).contains(201, 403).isSubsetOf(201, 403);
        assertThat(writes)
                .filteredOn(write -> write.begun() > revoked.get())
                .isNotEmpty()
                .extracting(Written::status)
                .containsOnly(403);
        long kept = writes.stream().filter(write -> write.status() == 201).count();
        assertThat(admin.get(list).get("total").asLong()).isEqualTo(kept);
        writer.refused("GET", list, "", 403, "PROJECT_PERMISSION_REQUIRED");
    }

    /** What sixteen write, one of whom does something else half-way. */
    private static List<Written> writtenWhile(TrackingClient writer, String list, Runnable other) throws Exception {
        List<List<Written>> all = AtOnce.all(i -> {
            List<Written> own = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                if (i == 0 && round == ROUNDS / 2) other.run();
                own.add(written(writer, list));
            }
            return own;
        });
        return all.stream().flatMap(List::stream).toList();
    }

    private static Written written(TrackingClient writer, String list) {
        long begun = System.nanoTime();
        return new Written(
                begun,
                writer.send("POST", list, "{\"key\":\"loss\",\"value\":1}").status());
    }
}
