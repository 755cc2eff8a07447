package io.daybook.server.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What depends on who asks, beside the rights that each route takes. */
class SignedIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE)
            .with("daybook.auth.enabled", "true")
            .with("daybook.auth.secret", Minted.SECRET);

    @SuppressWarnings("NullAway.Init")
    private static TrackingClient admin;

    @SuppressWarnings("NullAway.Init")
    private static Things things;

    private final long project = admin.project();

    @BeforeAll
    static void begin() {
        admin = user(Visitor.ADMIN);
        things = new Things(admin);
    }

    private static TrackingClient user(long id) {
        return new TrackingClient(SERVER.http(), Minted.bearer(id, 600));
    }

    /** Somebody new, who may create and read, or nothing. */
    private static long known(String name) {
        return things.user(name);
    }

    private long row(long user) {
        return things.permission(user, project, "true", "true", "false", "false");
    }

    @Test
    @Tag("ops-4.rights")
    @Tag("ops-4.rights.project")
    @Tag("ops-7.one-event")
    @Tag("ops-7.head")
    void a_reader_of_a_project_is_its_auditor() {
        long experiment = admin.experiment(project);
        long reader = known("auditor");
        row(reader);
        TrackingClient auditor = user(reader);
        String named = "project=" + project;

        JsonNode events = auditor.get("/audit/events?" + named).get("data");
        assertThat(events.valueStream().map(event -> event.get("project_id").asLong()))
                .isNotEmpty()
                .containsOnly(project);
        long own = events.get(0).get("position").asLong();
        assertThat(auditor.get("/audit/events/" + own).get("project_id").asLong())
                .isEqualTo(project);
        for (String path : List.of("head?", "verify?", "checkpoints?", "diff?", "stream?to=" + own + "&")) {
            auditor.request("GET", "/audit/" + path + named).answers(200);
        }
        String signed = admin.request("POST", "/audit/checkpoints").answers(201).text();
        auditor.request("POST", "/audit/verify?" + named)
                .body(signed)
                .answers(200)
                .says("\"verified\":true");

        auditor.refused("GET", "/audit/events", "", 403, "ADMIN_REQUIRED");
        auditor.refused("GET", "/audit/events/1", "", 403, "ADMIN_REQUIRED");
        auditor.refused("POST", "/audit/checkpoints?" + named, "", 403, "ADMIN_REQUIRED");
        String other = "/audit/events?project=" + admin.project();
        auditor.refused("GET", other, "", 403, "PROJECT_PERMISSION_REQUIRED");
        assertThat(admin.get("/audit/events?aggregate=experiment-" + experiment).get("data"))
                .isNotEmpty();
        assertThat(admin.get("/audit/events/1").get("type").asString()).isEqualTo("DefaultUserSeeded");
    }

    @Test
    @Tag("ops-4.as-of.rights")
    @Tag("ops-4.as-of.deleted")
    void the_past_is_for_those_who_may_read_today() {
        long before = known("allowed before");
        long row = row(before);
        long since = known("allowed since");
        String path = "/experiment/" + admin.experiment(project);
        String then = path + "?asOf=" + admin.head();
        assertThat(user(before).get(then).get("name").asString()).isEqualTo("sweep");
        user(since).refused("GET", then, "", 403, "PROJECT_PERMISSION_REQUIRED");

        admin.delete("/userpermission/" + row);
        row(since);
        user(before).refused("GET", then, "", 403, "PROJECT_PERMISSION_REQUIRED");
        assertThat(user(since).get(then).get("name").asString()).isEqualTo("sweep");

        admin.delete("/project/" + project);
        user(since).refused("GET", then, "", 404, "NOT_FOUND");
        user(since).refused("GET", "/project/" + project + "?asOf=1", "", 403, "PROJECT_PERMISSION_REQUIRED");
        assertThat(admin.get(then).get("name").asString()).isEqualTo("sweep");
        admin.refused("GET", path, "", 404, "NOT_FOUND");
    }

    @Test
    @Tag("ops-2.key.same")
    void a_key_belongs_to_its_user() {
        long one = known("one");
        long other = known("other");
        row(one);
        row(other);

        String first = created(one).text();
        String second = created(other).text();

        assertThat(second).isNotEqualTo(first);
        assertThat(created(one).text()).isEqualTo(first);
        assertThat(created(other).text()).isEqualTo(second);
    }

    private Response created(long user) {
        return user(user)
                .request("POST", "/experiment/project/" + project)
                .header("Idempotency-Key", "the same")
                .body("{\"status_id\":1,\"name\":\"sweep\"}")
                .answers(201);
    }
}
