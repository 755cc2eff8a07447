package io.daybook.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;

/** The name of one request, in logs, in events and in its answer. */
public final class RequestId {

    static final String HEADER = "X-Request-Id";

    /** Without spaces, since events join several ids by one. */
    private static final Pattern ACCEPTED = Pattern.compile("[!-~]{1,128}");

    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String id) return id;
        throw new IllegalStateException("the request has not passed the request filter");
    }

    /** Takes the sender's id over when it is one, and makes one otherwise. */
    static String assign(HttpServletRequest request) {
        String sent = request.getHeader(HEADER);
        String id = acceptable(sent) ? sent : IdentifierFactory.getInstance().generateIdentifier();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static boolean acceptable(@Nullable String sent) {
        return sent != null && ACCEPTED.matcher(sent).matches();
    }
}
