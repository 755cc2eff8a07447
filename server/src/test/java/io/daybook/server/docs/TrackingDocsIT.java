package io.daybook.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The tables of docs/tracking-api.md say what is served and tested. {@code -Ddaybook.docs.write=true} writes them. */
class TrackingDocsIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE);

    private static final String PAGE = "tracking-api.md";
    private static final int INVARIANTS = 47;
    private static final String CONCEPTS =
            "/(health|auth|user|userpermission|project|experiment|iteration|parameter|metric|resource|tag|model|modelversion)(/.*)?";

    private static final Map<String, SortedSet<String>> shown = new TreeMap<>();
    private static final Map<String, SortedSet<String>> invariants = new TreeMap<>();

    @BeforeAll
    static void read() {
        Evidence.ofRoutes().forEach((route, tests) -> shown.computeIfAbsent(bare(route), fresh -> new TreeSet<>())
                .addAll(classes(tests)));
        Evidence.ofInvariants().forEach((rule, tests) -> invariants.put(rule, classes(tests)));
    }

    private static SortedSet<String> classes(Set<Evidence.Shown> tests) {
        return tests.stream().map(Evidence.Shown::type).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Classes of the tracking API's routes, by path and method. */
    private static Map<String, String> served() {
        return served(CONCEPTS);
    }

    private static Map<String, String> served(String paths) {
        Map<String, String> routes = new TreeMap<>(Comparator.comparing(TrackingDocsIT::pathFirst));
        SERVER.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(path -> path.matches(paths))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> routes.put(verb + " " + bare(path), permit(method)))));
        return routes;
    }

    private static String pathFirst(String route) {
        return route.substring(route.indexOf(' ') + 1) + " " + route;
    }

    private static String bare(String path) {
        return path.replaceAll("\\{[^}]*}", "{}").replaceAll("(?<=.)/$", "");
    }

    private static String permit(HandlerMethod method) {
        Permit permit = method.getMethodAnnotation(Requires.class).value()[0];
        return permit.compareTo(Permit.SELF) <= 0
                ? permit.name()
                : "P:" + permit.name().charAt(0);
    }

    @Test
    void every_route_is_shown_at_work_by_a_test_and_every_test_shows_a_route() {
        assertThat(shown.keySet()).containsAll(served().keySet());
        assertThat(served(".*").keySet()).containsAll(shown.keySet());
    }

    @Test
    void every_invariant_of_the_contract_is_shown_by_a_test_of_the_command_side() {
        assertThat(invariants.keySet())
                .containsAll(IntStream.rangeClosed(1, INVARIANTS)
                        .mapToObj(i -> "I-" + i)
                        .toList());
    }

    @Test
    void the_table_of_routes_is_the_servers() throws IOException {
        StringBuilder table = new StringBuilder("| route | class | shown by |\n|---|---|---|\n");
        served().forEach((route, permit) -> table.append("| `%s` | %s | %s |\n"
                .formatted(route, permit, String.join(", ", shown.getOrDefault(route, new TreeSet<>())))));
        WrittenTable.in(PAGE, "routes", TrackingDocsIT.class).holds(table.toString());
    }

    @Test
    void the_table_of_invariants_names_their_tests() throws IOException {
        StringBuilder table = new StringBuilder("| rule | tests |\n|---|---|\n");
        for (int i = 1; i <= INVARIANTS; i++) {
            SortedSet<String> tests = invariants.getOrDefault("I-" + i, new TreeSet<>());
            table.append("| I-%d | %s |\n".formatted(i, String.join(", ", tests)));
        }
        WrittenTable.in(PAGE, "invariants", TrackingDocsIT.class).holds(table.toString());
    }
}
