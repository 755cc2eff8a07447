package io.daybook.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.access.CallerView;
import io.daybook.api.refusal.Unavailable;
import io.daybook.api.user.UserId;
import io.daybook.http.EdgeServer;
import io.daybook.http.EdgeSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests wait until this node knows what others have written, and what they get when it cannot. */
class UpToDateTest {

    private static final AtomicInteger asked = new AtomicInteger();
    private static final AtomicReference<Runnable> others = new AtomicReference<>(() -> {});

    @RegisterExtension
    static final EdgeServer edge =
            new EdgeServer(new EdgeSettings.Access(false, new byte[32], List.of("*")), () -> others.get()
                    .run());

    private static final class Away extends RuntimeException implements Unavailable {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void all_is_well() {
        edge.world.query(FindAccess.class, CallerView.class, query -> new CallerView(UserId.DEFAULT, "default", true));
        asked.set(0);
        others.set(asked::incrementAndGet);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /project, 1",
        "GET, /audit/head, 1",
        "POST, /auth, 1",
        "DELETE, /project/1, 1",
        "DELETE, /project/1?consistency=eventual, 1",
        "GET, /ops/backup, 1",
        "GET, /project?consistency=eventual, 0",
        "GET, /ops/views, 0",
        "GET, /health, 0",
        "GET, /actuator/health/readiness, 0",
        "GET, /actuator/prometheus, 0",
        "GET, /ui, 0"
    })
    void a_request_that_is_about_the_log_waits_once(String verb, String path, int times) throws Exception {
        edge.http().request(verb, path).send();

        assertThat(asked).hasValue(times);
    }

    @Test
    void a_node_that_cannot_be_brought_up_to_date_refuses_for_now_and_shows_how_it_is() {
        others.set(() -> {
            throw new Away();
        });

        edge.http()
                .get("/audit/head")
                .answers(503)
                .isEnvelope("STORE_UNAVAILABLE")
                .hasHeader("Retry-After", "1");
        edge.http().request("DELETE", "/project/1").answers(503).isEnvelope("STORE_UNAVAILABLE");
        edge.http().get("/ops/views").answers(200);
        edge.http().get("/health").answers(200);
    }
}
