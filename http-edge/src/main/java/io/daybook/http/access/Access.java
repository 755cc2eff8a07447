package io.daybook.http.access;

import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.access.CallerView;
import io.daybook.api.access.Place;
import io.daybook.api.access.Required;
import io.daybook.api.access.Right;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserId;
import io.daybook.http.message.Queries;
import io.daybook.http.refusal.Refused;
import io.daybook.http.refusal.Routes;
import io.daybook.http.request.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Finds out who asks, and whether they may, before the body is read; in the contract's order. Rights are asked of the
 * command side on each request, so that a revocation bites at once.
 */
final class Access implements HandlerInterceptor {

    private final Queries queries;
    private final Authentication authentication;
    private final Routes routes;

    Access(Queries queries, Authentication authentication, Routes routes) {
        this.queries = queries;
        this.authentication = authentication;
        this.routes = routes;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Requires requires = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Requires.class) : null;
        if (!authentication.isOn() || requires == null || requires.value()[0] == Permit.PUBLIC) return true;
        UserId user = authentication.of(request, routes.isCrayon(request));
        for (Permit permit : requires.value()) ask(user, required(user, permit, requires, request));
        Caller.remember(request, user);
        return true;
    }

    private void ask(UserId user, Required required) {
        queries.decide(new FindAccess(user, required), CallerView.class);
    }

    private Required required(UserId user, Permit permit, Requires requires, HttpServletRequest request) {
        return switch (permit) {
            case PUBLIC, SIGNED -> new Required.Signed();
            case ADMIN -> new Required.Admin();
            case SELF -> new Required.Self(new UserId(id(user, requires, request)));
            case CREATE -> inProject(user, Right.CREATE, requires, request);
            case READ -> inProject(user, Right.READ, requires, request);
            case UPDATE -> inProject(user, Right.UPDATE, requires, request);
            case DELETE -> inProject(user, Right.DELETE, requires, request);
        };
    }

    private Required inProject(UserId user, Right right, Requires requires, HttpServletRequest request) {
        if (requires.of() == Thing.CRAYON) return new Required.InProject(right, Place.CRAYON);
        try {
            return new Required.InProject(right, requires.of().place(id(user, requires, request)));
        } catch (IllegalArgumentException none) {
            throw unknown(user);
        }
    }

    private long id(UserId user, Requires requires, HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object text = variables instanceof Map<?, ?> map ? map.get(requires.path()) : null;
        Long id = parsed(text);
        if (id == null || id < 1) throw unknown(user);
        return id;
    }

    /** That nothing can have such an id is told to those only who exist. */
    private Refused unknown(UserId user) {
        ask(user, new Required.Signed());
        return new Refused(Refusal.OWNER_NOT_FOUND, "there is nothing with that id");
    }

    private static @Nullable Long parsed(@Nullable Object text) {
        try {
            return text == null ? null : Long.valueOf(text.toString());
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
