package io.daybook.http.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which paths are Crayon's.
 *
 * @param crayonPort serves nothing else; 0 when there is no such port
 */
public record Routes(int crayonPort) {

    private static final Set<String> CRAYON = Set.of("/", "/data", "/data/scalars", "/data/histograms", "/backup");

    /** Whether the request came to the Crayon port with a path that is not Crayon's. */
    public boolean astray(HttpServletRequest request) {
        return atCrayonPort(request) && !CRAYON.contains(path(request));
    }

    public boolean atCrayonPort(HttpServletRequest request) {
        return crayonPort != 0 && request.getLocalPort() == crayonPort;
    }

    Dialect dialect(HttpServletRequest request) {
        return isCrayon(request) ? Dialect.PLAIN : Dialect.ENVELOPE;
    }

    /** Whether the Crayon protocol is spoken. */
    public boolean isCrayon(HttpServletRequest request) {
        return isCrayon(path(request)) || atCrayonPort(request);
    }

    /** Whether it is spoken at that path on the main port, too. */
    public static boolean isCrayon(String path) {
        return path.equals("/") || under(path, "/data") || under(path, "/backup");
    }

    private static boolean under(String path, String top) {
        return path.equals(top) || path.startsWith(top + "/");
    }

    private static String path(HttpServletRequest request) {
        String decoded = request.getServletPath();
        return known(decoded) ? decoded : known(request.getRequestURI()) ? request.getRequestURI() : "";
    }

    /** The container answers a request line that it cannot read before it knows a path. */
    private static boolean known(@Nullable String path) {
        return path != null && !path.isEmpty();
    }
}
