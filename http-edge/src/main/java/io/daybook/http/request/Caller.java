package io.daybook.http.request;

import io.daybook.api.user.UserId;
import jakarta.servlet.http.HttpServletRequest;

/** Who acts. Without authentication everybody is the default user. */
public record Caller(UserId user) {

    private static final String ATTRIBUTE = Caller.class.getName();

    /** For the rest of the request: it was found out that this user asks. */
    public static void remember(HttpServletRequest request, UserId user) {
        request.setAttribute(ATTRIBUTE, new Caller(user));
    }

    public static Caller of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller known ? known : new Caller(UserId.DEFAULT);
    }
}
