package io.daybook.server.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What no client should send, sent to every route with a body: told by the field's name, and nothing is written. */
class BadInputIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE).with("daybook.limits.body", "256KB");

    @SuppressWarnings("NullAway.Init")
    private static TrackingClient client;

    @SuppressWarnings("NullAway.Init")
    private static Things things;

    @BeforeAll
    static void begin() {
        client = new TrackingClient(SERVER.http());
        things = new Things(client);
    }

    @TestFactory
    Stream<DynamicTest> bodies_that_are_no_object_are_refused() {
        return Body.all().stream()
                .filter(body -> body.place().isEmpty())
                .map(body -> DynamicTest.dynamicTest(body.route(), () -> refused(body, BadInput.malformed())));
    }

    @TestFactory
    Stream<DynamicTest> a_field_that_is_not_as_it_should_be_is_named() {
        return Body.all().stream()
                .map(body -> DynamicTest.dynamicTest(
                        body.route() + " " + body.place(), () -> refused(body, BadInput.fieldsOf(body, things))));
    }

    @TestFactory
    Stream<DynamicTest> unknown_fields_and_null_ones_that_may_be_left_out_are_no_reason_to_refuse() {
        return Body.all().stream()
                .map(body -> DynamicTest.dynamicTest(body.route() + " " + body.place(), () -> taken(body)));
    }

    private static void refused(Body body, List<BadInput> inputs) {
        String path = things.path(route(body));
        long head = client.head();
        SoftAssertions all = new SoftAssertions();
        for (BadInput input : inputs) {
            Response answer = client.send(route(body).verb(), path, input.body());
            String as = body.route() + " with " + input.way() + " answers " + answer.status() + " " + answer.text();
            all.assertThat(answer.status()).as(as).isEqualTo(input.status());
            all.assertThat(answer.text())
                    .as(as)
                    .startsWith("{\"code\":\"" + code(input))
                    .contains(input.word());
        }
        all.assertThat(client.head()).as("head after %s", body.route()).isEqualTo(head);
        all.assertAll();
    }

    private static String code(BadInput input) {
        return input.status() == 413 ? "PAYLOAD_TOO_LARGE" : "INVALID_PAYLOAD";
    }

    /** Which of two values of one name counts is not promised: only that the server copes. */
    private static void taken(Body body) {
        Map<String, String> unknown = Map.of("unknown", "{\"deep\":[1,{\"x\":null}]}", "data", "\"\\ud800\"");
        SoftAssertions all = new SoftAssertions();
        for (String text : optional(body, unknown)) {
            Response answer = client.send(route(body).verb(), things.freshPath(route(body)), text);
            all.assertThat(answer.status())
                    .as("%s with %s answers %s", body.route(), text, answer.text())
                    .isIn(200, 201, body.route().endsWith("/auth") ? 404 : 409);
        }
        String twice = body.with(things, Map.of())
                .replaceFirst("\\{", "{\"" + body.fields().getFirst().name() + "\":7,");
        all.assertThat(client.send(route(body).verb(), things.freshPath(route(body)), twice)
                        .status())
                .isLessThan(500);
        all.assertAll();
    }

    private static List<String> optional(Body body, Map<String, String> unknown) {
        List<String> texts = new ArrayList<>();
        texts.add(body.with(things, unknown));
        for (Body.Field field : body.fields()) {
            if (field.required()) continue;
            texts.add(body.with(things, Map.of(field.name(), "null")));
            texts.add(body.without(things, field.name()));
        }
        return texts;
    }

    private static Route route(Body body) {
        Route route = Routes.servedBy(SERVER).stream()
                .filter(served -> served.name().equals(body.route()))
                .findFirst()
                .orElseThrow();
        assertThat(route.writes()).isTrue();
        return route;
    }
}
