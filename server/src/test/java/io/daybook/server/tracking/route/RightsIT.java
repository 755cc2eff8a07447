package io.daybook.server.tracking.route;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every route, and everybody who may come to it. Bodies are no JSON: whoever is refused for their rights has not been
 * read, and whoever is let in is told.
 */
class RightsIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE)
            .with("daybook.auth.enabled", "true")
            .with("daybook.auth.secret", Minted.SECRET);

    private static final List<String> FLAGS = List.of("", "C", "R", "U", "D", "RUD", "CUD", "CRD", "CRU", "CRUD");
    private static final String NO_JSON = "{";

    private static final List<Visitor> visitors = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private static TrackingClient admin;

    @SuppressWarnings("NullAway.Init")
    private static Things things;

    @BeforeAll
    static void begin() {
        admin = new TrackingClient(SERVER.http(), Minted.bearer(Visitor.ADMIN, 600));
        things = new Things(admin);
        long gone = things.user("gone");
        admin.delete("/user/" + gone);
        visitors.addAll(Visitor.strangers(gone));
        FLAGS.forEach(flags -> visitors.add(Visitor.known(member(flags), flags)));
        visitors.add(Visitor.ofAdmin());
    }

    private static long member(String flags) {
        long user = things.user("member " + flags);
        if (flags.isEmpty()) return user;
        String[] rights = "CRUD"
                .chars()
                .mapToObj(letter -> String.valueOf(flags.indexOf(letter) >= 0))
                .toArray(String[]::new);
        things.permission(user, things.of("project"), rights[0], rights[1], rights[2], rights[3]);
        return user;
    }

    private static Stream<DynamicTest> forEach(Stream<Route> routes, Check check) {
        return routes.map(route -> DynamicTest.dynamicTest(route.name() + " " + route.permit(), () -> {
            SoftAssertions all = new SoftAssertions();
            check.of(route, all);
            all.assertAll();
        }));
    }

    private interface Check {
        void of(Route route, SoftAssertions all);
    }

    private static Response answer(Visitor visitor, Route route, String path) {
        String body = route.writes() ? NO_JSON : "";
        return new TrackingClient(SERVER.http(), visitor.authorization()).send(route.verb(), path, body);
    }

    @TestFactory
    Stream<DynamicTest> each_is_let_in_or_refused_as_the_contract_says_and_a_refusal_leaves_nothing_behind() {
        return forEach(Routes.servedBy(SERVER).stream(), (route, all) -> {
            String path = things.path(route);
            long head = admin.head();
            for (Visitor visitor : visitors) {
                Visitor.Answer answer = visitor.at(route);
                if (answer.status() != 0) refused(all, visitor.name(), route, answer(visitor, route, path), answer);
            }
            all.assertThat(admin.head()).as("head after refusals at %s", route).isEqualTo(head);
            for (Visitor visitor : visitors) if (visitor.at(route).status() == 0) letIn(all, visitor, route);
        });
    }

    private static void refused(SoftAssertions all, String who, Route route, Response answer, Visitor.Answer wanted) {
        String as = who + " at " + route + " is answered " + answer.status() + " " + answer.text();
        all.assertThat(answer.status()).as(as).isEqualTo(wanted.status());
        all.assertThat(answer.text()).as(as).startsWith("{\"code\":\"" + wanted.code() + "\",\"message\":\"");
        all.assertThat(answer.header("WWW-Authenticate")).as(as).isEqualTo(wanted.status() == 401 ? "Bearer" : null);
    }

    private static void letIn(SoftAssertions all, Visitor visitor, Route route) {
        Response answer = answer(visitor, route, taken(route) ? things.freshPath(route) : things.path(route));
        boolean form = route.writes() && !taken(route) && route.path().startsWith("/resource/");
        boolean read = form || Body.all().stream().anyMatch(body -> body.route().equals(route.name()));
        String as = visitor.name() + " at " + route + " is answered " + answer.status() + " " + answer.text();
        if (read) all.assertThat(answer.status()).as(as).isEqualTo(422);
        else all.assertThat(answer.status()).as(as).isIn(200, 201, hasOneVariable(route) ? 200 : 404);
    }

    private static boolean taken(Route route) {
        return route.verb().equals("DELETE");
    }

    @TestFactory
    Stream<DynamicTest> users_may_see_and_change_themselves() {
        return forEach(
                Routes.servedBy(SERVER).stream().filter(route -> route.permit().equals("SELF")), (route, all) -> {
                    long user = things.fresh("user");
                    letInAs(all, user, route, route.path().replace("{}", String.valueOf(user)));
                });
    }

    private static void letInAs(SoftAssertions all, long user, Route route, String path) {
        Response answer = answer(Visitor.known(user, ""), route, path);
        all.assertThat(answer.status()).as("%s: %s", route, answer.text()).isIn(200, 422);
    }

    /** Nobody learns from a door what is behind it: who comes is asked first, then rights, then what was asked for. */
    @TestFactory
    Stream<DynamicTest> checks_come_in_the_contracts_order() {
        return forEach(Routes.servedBy(SERVER).stream().filter(RightsIT::hasOneVariable), (route, all) -> {
            Visitor stranger = visitors.getFirst();
            Visitor guest = visitors.stream()
                    .filter(other -> other.name().equals("without a row"))
                    .findFirst()
                    .orElseThrow();
            for (String id : List.of("abc", "-1", "0", "999999", "9223372036854775807")) {
                String path = things.path(route, id);
                refused(all, "nobody", route, answer(stranger, route, path), new Visitor.Answer(401, "TOKEN_MISSING"));
                refused(all, "guest of " + id, route, answer(guest, route, path), toGuest(route, id));
            }
        });
    }

    private static boolean hasOneVariable(Route route) {
        return route.segments().stream().filter("{}"::equals).count() == 1;
    }

    private static Visitor.Answer toGuest(Route route, String id) {
        boolean number = !id.equals("abc");
        if (route.permit().equals("ADMIN")) return new Visitor.Answer(403, "ADMIN_REQUIRED");
        if (number && route.permit().equals("SELF")) return new Visitor.Answer(403, "SAME_USER_REQUIRED");
        int variable = route.segments().indexOf("{}");
        boolean ofProject = Things.kind(route, variable).equals("project");
        if (number && ofProject) return new Visitor.Answer(403, "PROJECT_PERMISSION_REQUIRED");
        return new Visitor.Answer(404, "NOT_FOUND");
    }
}
