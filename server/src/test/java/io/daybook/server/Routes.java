package io.daybook.server;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** The paths that say how a node is, as its controllers declare them. */
final class Routes {

    private static final String PACKAGE = "io.daybook.http.health.";

    private Routes() {}

    static Set<String> ofHealth() {
        return Stream.of("HealthController", "ReadinessController")
                .map(Routes::type)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, GetMapping.class))
                .filter(mapping -> mapping != null)
                .flatMap(mapping -> Arrays.stream(mapping.path()))
                .collect(Collectors.toSet());
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(PACKAGE + name);
        } catch (ClassNotFoundException moved) {
            throw new AssertionError(moved);
        }
    }
}
