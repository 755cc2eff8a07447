package io.daybook.server.health;

import io.daybook.server.running.Deadline;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Covers;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A projection that was stopped; what else may go wrong is in {@code FaultIT}. */
class ReadinessIT {

    private static final String PATH = "/actuator/health/readiness";

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE).with("daybook.read.wait", "300ms");

    private static EventProcessor series() {
        return SERVER.bean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor("series")
                .orElseThrow();
    }

    private static void untilItIs(String status) throws Exception {
        Deadline.until(
                "readiness is " + status,
                () -> SERVER.http().get(PATH).send().text().equals("{\"status\":\"" + status + "\"}"));
    }

    @Test
    @Tag("ops-2.position.behind")
    @Tag("ops-5.honest")
    @Tag("ops-5.honest.heals")
    @Covers({"GET /actuator/health/readiness", "GET /actuator/health/liveness", "GET /actuator/health"})
    void a_stopped_projection_is_told_until_it_goes_on() throws Exception {
        SERVER.http().post("/data").body("\"foo\"").answers(200);
        untilItIs("UP");

        series().shutDown();
        SERVER.http()
                .post("/data/scalars", "xp", "foo", "name", "loss")
                .body("[1,1,1]")
                .answers(200);
        untilItIs("DOWN");
        SERVER.http().get(PATH).answers(503);
        SERVER.http().get("/actuator/health").answers(503);
        SERVER.http().get("/actuator/health/liveness").answers(200);
        SERVER.http().get("/data/scalars", "xp", "foo", "name", "loss").answers(503);
        SERVER.http()
                .get("/metric/iteration/1")
                .answers(503)
                .isEnvelope("PROJECTION_BEHIND")
                .hasHeader("Retry-After", "1");
        SERVER.http().get("/ops/views").answers(200).says("{\"name\":\"series\",\"state\":\"STOPPED\"");
        SERVER.http().get("/project").answers(200);

        series().start();
        untilItIs("UP");
        SERVER.http().get("/actuator/health").answers(200);
        Deadline.until(
                "the point is read",
                () -> SERVER.http()
                                .get("/data/scalars", "xp", "foo", "name", "loss")
                                .send()
                                .status()
                        == 200);
    }
}
