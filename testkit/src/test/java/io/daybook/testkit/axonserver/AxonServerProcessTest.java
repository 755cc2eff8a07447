package io.daybook.testkit.axonserver;

import static io.daybook.testkit.axonserver.Client.event;
import static io.daybook.testkit.axonserver.Client.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AxonServerProcessTest {

    private static final int ENOUGH = 500;
    private static final int AT_ONCE = 32;

    @TempDir
    private Path folder;

    @Test
    void what_was_confirmed_survives_a_kill_and_clients_find_the_server_again() throws Exception {
        AxonServerProcess server = AxonServerProcess.start(AxonServerSettings.in(folder));
        try (Client client = new Client(server.address())) {
            List<Event> confirmed = killAmidAppends(server, client);
            server = server.again();
            List<Event> kept = client.read(-1, (int) client.awaitLastToken() + 1).stream()
                    .map(EventWithToken::getEvent)
                    .toList();
            assertThat(kept).containsAll(confirmed).doesNotHaveDuplicates();
            assertThat(kept).hasSizeBetween(ENOUGH, ENOUGH + AT_ONCE + confirmed.size() - ENOUGH);
            client.append(event("after", 0));
            assertThat(client.awaitLastToken()).isEqualTo(kept.size());
        } finally {
            server.close();
        }
    }

    /** With some under way at any time, so that the kill meets them. */
    private static List<Event> killAmidAppends(AxonServerProcess server, Client client) throws Exception {
        List<Event> confirmed = new ArrayList<>();
        var underWay = new Semaphore(AT_ONCE);
        List<CompletableFuture<?>> appends = new ArrayList<>();
        for (int i = 0; confirmedSoFar(confirmed) < ENOUGH; i++) {
            if (!underWay.tryAcquire(Client.SECONDS, TimeUnit.SECONDS))
                throw new AssertionError("no append is answered");
            Event event = event("a" + i, 0);
            appends.add(client.events().appendEvents(event).whenComplete((done, refused) -> {
                if (refused == null) add(confirmed, event);
                underWay.release();
            }));
        }
        server.kill();
        for (CompletableFuture<?> append : appends) get(append.handle((done, refused) -> true));
        return confirmed;
    }

    private static int confirmedSoFar(List<Event> confirmed) {
        synchronized (confirmed) {
            return confirmed.size();
        }
    }

    private static void add(List<Event> confirmed, Event event) {
        synchronized (confirmed) {
            confirmed.add(event);
        }
    }
}
