package io.daybook.server.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the past can be asked of, and which moment is meant. */
class PastRulesIT {

    private static final List<String> KINDS = List.of(
            "project",
            "user",
            "experiment",
            "iteration",
            "parameter",
            "metric",
            "resource",
            "model",
            "modelversion",
            "tag");

    /** What {@link Workload} asks beside things and their lists. */
    private static final List<String> OTHERS = List.of(
            "/project",
            "/user",
            "/userpermission/user/1/project/1",
            "/data",
            "/data/scalars",
            "/data/histograms",
            "/backup");

    /** They have no past. */
    private static final String PRESENT = "/(|health|ui|docs|auth/me|audit|ops|actuator)(/.*)?";

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE);

    private final TrackingClient client = new TrackingClient(SERVER.http());

    @Test
    @Tag("ops-4.as-of")
    void every_route_that_reads_is_asked_by_the_workload() {
        List<String> asked = new ArrayList<>(OTHERS);
        for (String kind : KINDS) {
            asked.add("/" + kind + "/1");
            for (String list : Bodies.listsOf(kind)) asked.add(list.formatted(1).replaceFirst("\\?.*", ""));
        }

        assertThat(reads()).hasSizeGreaterThan(30).allSatisfy(path -> assertThat(asked)
                .anyMatch(one -> one.matches(path.replaceAll("\\{[^}]*}", "[0-9]+"))));
    }

    private static Set<String> reads() {
        Set<String> reads = new TreeSet<>();
        SERVER.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().toString().contains("GET"))
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .map(path -> path.replaceAll("(?<=.)/$", ""))
                        .filter(path -> !path.matches(PRESENT))
                        .forEach(reads::add));
        return reads;
    }

    @Test
    @Tag("ops-4.as-of.instant")
    @Tag("ops-7.now")
    void an_instant_is_the_last_position_whose_moment_is_not_after_it() {
        long project = client.project();
        String path = "/project/" + project;
        Instant named = moment(client.head());
        waitUntilAfter(named);
        client.patch(path, "{\"name\":\"later\"}");

        assertThat(name(path + "?asOf=" + named)).isEqualTo("vision");
        assertThat(name(path + "?asOf=" + moment(client.head()).minusMillis(1))).isEqualTo("vision");
        assertThat(name(path + "?asOf=" + moment(client.head()))).isEqualTo("later");
        assertThat(name(path + "?asOf=" + Instant.now())).isEqualTo("later");
        client.request("GET", path + "?asOf=" + Instant.now().plusSeconds(3_600))
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD");
    }

    private Instant moment(long position) {
        return Instant.parse(
                client.get("/audit/events/" + position).get("timestamp").asString());
    }

    /** Events of one millisecond have one moment. */
    private static void waitUntilAfter(Instant moment) {
        while (!Instant.now().isAfter(moment.plusMillis(2))) Thread.onSpinWait();
    }

    private String name(String path) {
        return client.get(path).get("name").asString();
    }

    @Test
    @Tag("ops-4.as-of")
    void a_child_has_a_parent_as_long_as_that_was_there() {
        long experiment = client.experiment(client.project());
        long parent = client.iteration(experiment);
        long child = client.create("/iteration/experiment/" + experiment + "?parent_iteration_id=" + parent, "");
        String path = "/iteration/" + child;
        long then = client.head();
        client.delete("/iteration/" + parent);

        assertThat(client.get(path).get("parent_iteration_id").isNull()).isTrue();
        assertThat(client.get(path + "?asOf=" + then).get("parent_iteration_id").asLong())
                .isEqualTo(parent);
        assertThat(client.get(path + "?asOf=" + client.head())
                        .get("parent_iteration_id")
                        .isNull())
                .isTrue();
    }

    @Test
    @Tag("ops-4.as-of.ignored")
    void what_is_about_now_ignores_it() {
        for (String moment : List.of("0", "1", "nonsense", "99999")) {
            for (String path : List.of("/health", "/auth/me", "/docs", "/docs/schema")) {
                String now = client.request("GET", path).answers(200).text();
                String then = client.request("GET", path + "?asOf=" + moment)
                        .answers(200)
                        .text();
                if (!path.equals("/health")) assertThat(then).as(path).isEqualTo(now);
            }
        }
    }
}
