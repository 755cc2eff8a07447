package io.daybook.http.docs;

import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.refusal.Routes;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** A route as its annotations tell it. */
record Route(Method method, String verb, String path, Requires requires, Speaks speaks) {

    private static final Set<String> PRESENT = Set.of("audit", "auth", "docs", "health", "ops");

    static Route of(Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        Requires requires = method.getAnnotation(Requires.class);
        Speaks speaks = method.getAnnotation(Speaks.class);
        if (mapping == null || requires == null || speaks == null) {
            throw new IllegalStateException("a route does not say what it requires, or what it speaks: " + method);
        }
        return new Route(method, mapping.method()[0].name(), mapping.path()[0], requires, speaks);
    }

    boolean isCrayon() {
        return Routes.isCrayon(path);
    }

    List<Permit> permits() {
        return Arrays.asList(requires.value());
    }

    boolean isPublic() {
        return permits().contains(Permit.PUBLIC);
    }

    boolean hasBody() {
        return speaks.body() != void.class;
    }

    /** Whether the log may go on through it. */
    boolean writes() {
        return !verb.equals("GET") && (speaks.writes() || speaks.answers() == void.class);
    }

    /** Whether it waits for a view. */
    boolean reads() {
        return !writes() && (!isPublic() || hasBody());
    }

    /** Whether an earlier moment can be asked about: of the log itself every moment is there anyway. */
    boolean hasPast() {
        return verb.equals("GET") && reads() && !PRESENT.contains(segments().getFirst());
    }

    boolean isSignIn() {
        return isPublic() && hasBody();
    }

    List<String> segments() {
        return Arrays.asList(path.substring(1).split("/", -1));
    }

    /** Names of the variables in its path. */
    List<String> variables() {
        return segments().stream()
                .filter(Route::isVariable)
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList();
    }

    /** What a variable is the id of. */
    String thing(String variable) {
        int place = segments().indexOf("{" + variable + "}");
        String before = segments().get(place - 1);
        return isVariable(before) ? variable : before;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }
}
