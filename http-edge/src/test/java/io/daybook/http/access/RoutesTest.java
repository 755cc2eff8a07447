package io.daybook.http.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.http.EdgeServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.stereotype.Controller;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks all routes that are served. */
class RoutesTest {

    private static final Map<Permit, String> CLASSES =
            Map.of(Permit.CREATE, "P:C", Permit.READ, "P:R", Permit.UPDATE, "P:U", Permit.DELETE, "P:D");

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    private static Map<String, HandlerMethod> served() {
        Map<String, HandlerMethod> routes = new TreeMap<>();
        edge.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> mapping.getPatternValues()
                                .forEach(path -> routes.put(verb + " " + bare(path), method))));
        return routes;
    }

    /** Without the names of its variables and the slash at its end. */
    private static String bare(String path) {
        return path.replaceAll("\\{[^}]*}", "{}").replaceAll("(?<=.)/$", "");
    }

    /** The classes that the contract gives its routes. */
    private static Map<String, String> promised() {
        try (InputStream file = RoutesTest.class.getResourceAsStream("/routes.txt")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(route -> route[0] + " " + bare(route[1]), route -> route[2]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String classOf(HandlerMethod method) {
        Permit permit = method.getMethodAnnotation(Requires.class).value()[0];
        return CLASSES.getOrDefault(permit, permit.name());
    }

    @Test
    void every_route_says_what_it_requires() {
        assertThat(served()).hasSizeGreaterThan(70);
        assertThat(served()).allSatisfy((route, method) -> {
            assertThat(method.hasMethodAnnotation(Requires.class)).as(route).isTrue();
            assertThat(method.getBeanType().isAnnotationPresent(Controller.class))
                    .as(route)
                    .isTrue();
        });
    }

    /** A route's variable is misspelt easily, and nobody but an admin would pass. */
    @Test
    void what_a_route_requires_is_about_a_variable_of_its_path() {
        edge.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
            Requires requires = method.getMethodAnnotation(Requires.class);
            Set<Permit> none = Set.of(Permit.PUBLIC, Permit.SIGNED, Permit.ADMIN, Permit.AUDIT);
            if (none.contains(requires.value()[0]) || requires.of() == Thing.CRAYON) return;
            assertThat(mapping.getPatternValues())
                    .allSatisfy(path -> assertThat(path).contains("{" + requires.path() + "}"));
        });
    }

    @Test
    void routes_of_the_contract_require_what_it_says() {
        Map<String, HandlerMethod> served = served();

        assertThat(promised()).allSatisfy((route, permit) -> {
            assertThat(served).containsKey(route);
            assertThat(classOf(served.get(route))).as(route).isEqualTo(permit);
        });
    }

    @Test
    void below_the_contracts_paths_nothing_else_is_served() {
        Set<String> tops = promised().keySet().stream().map(RoutesTest::top).collect(Collectors.toSet());

        assertThat(served().keySet())
                .filteredOn(route -> tops.contains(top(route)))
                .allSatisfy(route -> assertThat(promised()).containsKey(route));
    }

    private static String top(String route) {
        return route.split("/", -1)[1];
    }
}
