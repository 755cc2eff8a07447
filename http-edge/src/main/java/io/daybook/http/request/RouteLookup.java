package io.daybook.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Compares a path with the routes that begin as it does; Spring compares one that holds an id with all there are. */
final class RouteLookup extends RequestMappingHandlerMapping {

    /** What stands before the first variable of each of a route's paths. Routes are bounded: none comes with a request. */
    private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        return mayMatch(route, request.getRequestURI()) ? super.getMatchingMapping(route, request) : null;
    }

    private boolean mayMatch(RequestMappingInfo route, String path) {
        // whatever is encoded has to be decoded first
        if (path.indexOf('%') >= 0) return true;
        for (String beginning : beginnings.computeIfAbsent(route, RouteLookup::beginnings)) {
            if (path.startsWith(beginning)) return true;
        }
        return false;
    }

    private static List<String> beginnings(RequestMappingInfo route) {
        return route.getPatternValues().stream()
                .map(pattern -> pattern.split("[{*]", 2)[0])
                .toList();
    }
}
