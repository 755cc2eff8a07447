package io.daybook.server.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The contract's routes that a server serves. */
final class Routes {

    /** Written down once, beside the tests of the edge. */
    private static final Path CONTRACT = Path.of("../http-edge/src/test/resources/routes.txt");

    private Routes() {}

    static List<Route> promised() {
        try (var lines = Files.lines(CONTRACT)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(line -> Route.of(line[0], line[1], line[2]))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static List<Route> servedBy(RunningServer server) {
        Set<String> served = names(server);
        List<Route> routes = promised().stream()
                .filter(route -> served.contains(route.name()))
                .toList();
        assertThat(routes).hasSizeGreaterThan(60);
        return routes;
    }

    private static Set<String> names(RunningServer server) {
        return server.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(
                                verb -> mapping.getPatternValues().stream().map(path -> verb + " " + Route.bare(path))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
