package io.daybook.http.access;

import io.daybook.api.access.Place;
import io.daybook.api.access.Required;
import io.daybook.api.access.Right;
import io.daybook.api.user.UserId;
import io.daybook.http.refusal.Refused;
import io.daybook.http.refusal.Routes;
import io.daybook.http.request.Caller;
import io.daybook.http.request.PathId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Finds out who asks, and whether they may, before the body is read; in the contract's order. Rights are asked of the
 * command side on each request, so that a revocation bites at once.
 */
final class Access implements HandlerInterceptor {

    private static final UserId NOBODY = new UserId(Long.MAX_VALUE);

    private final Rights rights;
    private final Authentication authentication;
    private final Routes routes;

    Access(Rights rights, Authentication authentication, Routes routes) {
        this.rights = rights;
        this.authentication = authentication;
        this.routes = routes;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Requires requires = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Requires.class) : null;
        if (!authentication.isOn() || requires == null || requires.value()[0] == Permit.PUBLIC) return true;
        UserId user = authentication.of(request, routes.isCrayon(request));
        for (Permit permit : requires.value()) rights.require(user, required(user, permit, requires, request));
        Caller.remember(request, user);
        return true;
    }

    private Required required(UserId user, Permit permit, Requires requires, HttpServletRequest request) {
        return switch (permit) {
            case PUBLIC, SIGNED -> new Required.Signed();
            case ADMIN -> new Required.Admin();
            case SELF -> new Required.Self(self(id(user, requires, request)));
            case AUDIT -> Auditor.required(request);
            case CREATE -> inProject(user, Right.CREATE, requires, request);
            case READ -> inProject(user, Right.READ, requires, request);
            case UPDATE -> inProject(user, Right.UPDATE, requires, request);
            case DELETE -> inProject(user, Right.DELETE, requires, request);
        };
    }

    /** Nobody is called by a number below 1; an admin learns so later. */
    private static UserId self(long id) {
        return id < 1 ? NOBODY : new UserId(id);
    }

    private Required inProject(UserId user, Right right, Requires requires, HttpServletRequest request) {
        if (requires.of() == Thing.CRAYON) return new Required.InProject(right, Place.CRAYON);
        return new Required.InProject(right, requires.of().place(id(user, requires, request)));
    }

    private long id(UserId user, Requires requires, HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object text = variables instanceof Map<?, ?> map ? map.get(requires.path()) : null;
        try {
            return PathId.number(String.valueOf(text));
        } catch (Refused none) {
            // is told to those only who exist
            rights.require(user, new Required.Signed());
            throw none;
        }
    }
}
