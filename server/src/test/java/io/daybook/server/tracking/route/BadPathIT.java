package io.daybook.server.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Paths that name nothing, and parameters that are none, on every route that has them. */
class BadPathIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE);

    private static final List<String> NO_NUMBERS = List.of(
            "abc",
            "1.5",
            "1e3",
            "0x1",
            "+1",
            "--1",
            "1_0",
            "1;x=2",
            "1;",
            ";1",
            "%201",
            "1%20",
            "%C3%A9",
            "%D9%A1",
            "%F0%9F%8E%89",
            "9223372036854775808",
            "-9223372036854775809",
            "1".repeat(400),
            "NaN",
            "null",
            "*");

    private static final List<String> NOBODYS_NUMBERS =
            List.of("0", "-1", "-9223372036854775808", "9223372036854775807");

    @SuppressWarnings("NullAway.Init")
    private static TrackingClient client;

    @SuppressWarnings("NullAway.Init")
    private static Things things;

    @BeforeAll
    static void begin() {
        client = new TrackingClient(SERVER.http());
        things = new Things(client);
        routes().forEach(things::path);
    }

    private static Stream<Route> routes() {
        return Routes.servedBy(SERVER).stream().filter(Route::hasVariables);
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_number_leads_nowhere() {
        return routes().map(route -> DynamicTest.dynamicTest(route.name(), () -> {
            SoftAssertions all = new SoftAssertions();
            for (String text : NO_NUMBERS) asked(all, route, text, 404, "NOT_FOUND");
            all.assertAll();
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_number_that_nothing_has_is_unknown() {
        return routes().map(route -> DynamicTest.dynamicTest(route.name(), () -> {
            SoftAssertions all = new SoftAssertions();
            for (String text : NOBODYS_NUMBERS) {
                if (route.lists()) isEmpty(all, route, text);
                else if (isInvalid(route)) asked(all, route, text, 422, "INVALID_PAYLOAD");
                else asked(all, route, text, 404, route.isAbout("user") ? "USER_NOT_FOUND" : "NOT_FOUND");
            }
            all.assertAll();
        }));
    }

    private static boolean isInvalid(Route route) {
        boolean changes = route.verb().equals("POST") || route.verb().equals("PATCH");
        return changes && !route.path().endsWith("/snapshot");
    }

    private static void asked(SoftAssertions all, Route route, String text, int status, String code) {
        long head = client.head();
        Response answer = client.send(route.verb(), things.path(route, text), body(route));
        String as = route.name() + " of " + text + " answers " + answer.status() + " " + answer.text();
        all.assertThat(answer.status()).as(as).isEqualTo(status);
        all.assertThat(answer.text()).as(as).startsWith("{\"code\":\"" + code + "\",\"message\":\"");
        all.assertThat(client.head()).as(as).isEqualTo(head);
    }

    private static void isEmpty(SoftAssertions all, Route route, String text) {
        Response answer = client.send(route.verb(), things.path(route, text), "");
        String as = route.name() + " of " + text + " answers " + answer.status() + " " + answer.text();
        String empty = route.pages() ? "{\"data\":[],\"total\":0,\"limit\":50,\"offset\":0}" : "[]";
        all.assertThat(answer.text()).as(as).isEqualTo(empty);
    }

    /** One that the route would take. */
    private static String body(Route route) {
        return Body.all().stream()
                .filter(body -> body.route().equals(route.name()))
                .findFirst()
                .map(body -> body.with(things, Map.of()))
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=abc&offset=-5, 50, 0",
        "limit=99999, 200, 0",
        "limit=-1, 0, 0",
        "limit=0, 0, 0",
        "limit=, 50, 0",
        "limit=1.5, 50, 0",
        "limit=9223372036854775808, 50, 0",
        "limit=-9223372036854775808, 0, 0",
        "limit=%00, 50, 0",
        "limit=%C3, 50, 0",
        "limit=NaN, 50, 0",
        "limit=7&limit=9, 7, 0",
        "offset=9223372036854775807, 50, 9223372036854775807",
        "offset=9223372036854775808, 50, 0",
        "offset=1e3, 50, 0",
        "offset, 50, 0",
        "Limit=3, 50, 0",
        "limit=3&offset=2&unknown=%ff, 3, 2"
    })
    void parameters_of_pages_are_clamped_and_never_an_error(String query, long limit, long offset) {
        routes().filter(Route::pages).forEach(route -> {
            JsonNode page = JsonMapper.shared()
                    .readTree(client.send("GET", things.path(route) + "?" + query, "")
                            .text());
            assertThat(page.get("limit").asLong()).as(route.name()).isEqualTo(limit);
            assertThat(page.get("offset").asLong()).as(route.name()).isEqualTo(offset);
            assertThat(page.get("total").asLong()).as(route.name()).isPositive();
            assertThat(page.get("data").isEmpty()).as(route.name()).isEqualTo(limit == 0 || offset > 1);
        });
    }

    @ParameterizedTest
    @CsvSource({"''", "abc", "1.5", "%00", "%ff", "9223372036854775808", "0", "-1", "9223372036854775807"})
    void a_parent_that_is_no_iteration_is_refused_by_name(String parent) {
        long head = client.head();
        String path = "/iteration/experiment/" + things.of("experiment") + "?parent_iteration_id=" + parent;
        Response answer = client.send("POST", path, "").hasStatus(422).isEnvelope("INVALID_PAYLOAD");
        if (!parent.startsWith("922337203685477580") || parent.endsWith("8")) answer.says("parent_iteration_id");
        assertThat(client.head()).isEqualTo(head);
    }
}
