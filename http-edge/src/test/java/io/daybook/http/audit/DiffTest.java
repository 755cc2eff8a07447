package io.daybook.http.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.access.CallerView;
import io.daybook.api.iteration.MetricView;
import io.daybook.api.log.Difference;
import io.daybook.api.log.Difference.OfThing;
import io.daybook.api.log.Difference.Shown;
import io.daybook.api.project.ProjectView;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import io.daybook.api.series.SeriesView;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserId;
import io.daybook.http.EdgeServer;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    private static final String DATE = "2026-06-23T13:07:27.104";

    @BeforeEach
    void three_events() {
        edge.world.query(FindAccess.class, CallerView.class, asked -> new CallerView(UserId.DEFAULT, "default", true));
        for (int i = 0; i < 3; i++) edge.log.add("ProjectChanged", "{}", Map.of("project", "3"));
    }

    private static Shown project(String name, String... tags) {
        return new Shown(new ProjectView(3, name, "", DATE), List.of(tags));
    }

    private static Shown point(double value) {
        return new Shown(new MetricView(1L << 27, 1, "loss", value, 4, 0), null);
    }

    @Test
    void nothing_is_four_empty_lists() {
        edge.http()
                .get("/audit/diff")
                .answers(200, "{\"from\":0,\"to\":3,\"created\":[],\"changed\":[],\"deleted\":[],\"series\":[]}")
                .hasHeader("Daybook-Position", "3");
    }

    @Test
    @Tag("ops-7.diff")
    void differences_are_sorted_by_what_became_of_a_thing() {
        PermissionView row = new PermissionView(9, 7, 3, true, true, false, false);
        edge.differences.found.addAll(List.of(
                new OfThing(project("vision", "a"), project("sight", "a", "b")),
                new OfThing(null, new Shown(row, null)),
                new OfThing(point(0.5), null),
                new Difference.OfSeries(1, SeriesView.Kind.HISTOGRAM, "w/1", 0, 2)));

        edge.http()
                .get("/audit/diff?from=1")
                .answers(
                        200,
                        "{\"from\":1,\"to\":3,\"created\":[{\"type\":\"userpermission\",\"id\":9}],"
                                + "\"changed\":[{\"type\":\"project\",\"id\":3,\"name\":\"sight\",\"changes\":["
                                + "{\"field\":\"name\",\"before\":\"vision\",\"after\":\"sight\"},"
                                + "{\"field\":\"tags\",\"before\":[\"a\"],\"after\":[\"a\",\"b\"]}]}],"
                                + "\"deleted\":[{\"type\":\"metric\",\"id\":134217728,\"name\":\"loss\"}],"
                                + "\"series\":[{\"iteration_id\":1,\"kind\":\"histogram\",\"key\":\"w/1\","
                                + "\"points_before\":0,\"points_after\":2}]}");
    }

    @Test
    void what_is_not_finite_is_told_as_elsewhere() {
        edge.differences.found.add(new OfThing(point(Double.NaN), point(1.5)));

        edge.http().get("/audit/diff").answers(200).says("{\"field\":\"value\",\"before\":\"NaN\",\"after\":1.5}");
    }

    @Test
    void what_is_served_alike_is_no_difference() {
        edge.differences.found.add(new OfThing(project("vision"), project("vision")));

        edge.http().get("/audit/diff").answers(200).says("\"changed\":[]");
    }

    @ParameterizedTest
    @Tag("ops-4.as-of.instant")
    @CsvSource({
        "'', 0 3 null",
        "?from=1&to=2, 1 2 null",
        "?project=7&to=0, 0 0 7",
        "?from=2026-06-23T13:07:28.104Z, 1 3 null",
        "?from=2026-06-23T13:07:29.103Z&to=2026-06-23T13:07:29.104Z, 1 2 null",
        "?to=2000-01-01T00:00:00Z, 0 0 null"
    })
    void a_moment_is_the_last_position_not_after_it(String query, String asked) {
        edge.http().get("/audit/diff" + query).answers(200);

        assertThat(edge.differences.asked).containsExactly(asked);
    }

    @Test
    void an_answer_is_not_of_any_length() {
        Shown large = project("x".repeat(1 << 20));
        for (int i = 0; i < 17; i++) edge.differences.found.add(new OfThing(null, large));

        edge.http()
                .get("/audit/diff")
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD")
                .says("16 MB");
    }

    @Test
    void when_too_many_ask_some_are_told_to_come_back() {
        edge.differences.refusal =
                new QueryExecutionException("busy", null, new RefusalDetails(Refusal.OVERLOADED, "busy"));

        edge.http().get("/audit/diff").answers(503).isEnvelope("OVERLOADED").hasHeader("Retry-After", "1");
    }
}
