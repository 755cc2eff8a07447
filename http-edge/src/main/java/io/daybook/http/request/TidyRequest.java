package io.daybook.http.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request whose path holds no empty segments, so that {@code /data/} and {@code //data} are {@code /data} without a
 * redirect, which would turn a POST into a GET.
 */
final class TidyRequest extends HttpServletRequestWrapper {

    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final String uri;
    private final String path;

    TidyRequest(HttpServletRequest request) {
        super(request);
        uri = whole(tidy(request.getRequestURI()));
        path = tidy(request.getServletPath());
    }

    /** Spring would leave out what stands after a semicolon; here it belongs to the name, and an id has none. */
    private static String whole(String uri) {
        return uri.replace(";", "%3B");
    }

    private static String tidy(String path) {
        String single = path.contains("//") ? SLASHES.matcher(path).replaceAll("/") : path;
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    @Override
    public String getRequestURI() {
        return uri;
    }

    @Override
    public String getServletPath() {
        return path;
    }

    /** Spring would answer a preflight by rules of its own; here OPTIONS is answered as anywhere. */
    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase("Access-Control-Request-Method") ? null : super.getHeader(name);
    }

    /** Spring answers HEAD wherever it answers GET; the contracts know no HEAD. Spelled so, it is a method like PUT. */
    @Override
    public String getMethod() {
        String method = super.getMethod();
        return method.equals("HEAD") ? "head" : method;
    }
}
