package io.daybook.http.docs;

import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.refusal.Told;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a route may fail: by status and code, each with what may have been the matter. */
final class Failures {

    private static final String INVALID = "INVALID_PAYLOAD";

    private final Route route;
    private final Map<Integer, Map<String, Set<String>>> causes = new TreeMap<>();

    Failures(Route route) {
        this.route = route;
        always();
        access();
        asked();
        for (Refusal refusal : route.speaks().refusals()) add(refusal);
    }

    Collection<Integer> statuses() {
        return causes.keySet();
    }

    Set<String> codes(int status) {
        return of(status).keySet();
    }

    /** For people. */
    String description(int status) {
        StringBuilder text = new StringBuilder();
        of(status).forEach((code, reasons) -> text.append(text.isEmpty() ? "" : "; ")
                .append(route.isCrayon() ? "" : code + (reasons.isEmpty() ? "" : ": "))
                .append(String.join(", ", reasons)));
        return text.toString();
    }

    private Map<String, Set<String>> of(int status) {
        return causes.getOrDefault(status, Map.of());
    }

    private void always() {
        add(400, INVALID, "not well-formed HTTP");
        add(500, "SERVER_ERROR", "the server's own fault");
        if (route.hasBody() || (route.isCrayon() && route.writes())) {
            add(413, "PAYLOAD_TOO_LARGE", "longer than the limit");
        }
        if (route.reads()) add(Refusal.PROJECTION_BEHIND);
        if (route.reads() || route.writes()) {
            add(Refusal.OVERLOADED);
            add(Refusal.STORE_UNAVAILABLE);
        }
    }

    private void access() {
        if (!route.isPublic()) {
            add(401, "TOKEN_MISSING", "nobody is named");
            add(401, "TOKEN_INVALID", "not one of ours");
            add(401, "TOKEN_EXPIRED", "too old");
            add(401, "TOKEN_PAYLOAD_INVALID", "without all that it takes");
            add(Refusal.CALLER_GONE);
        }
        if (route.isSignIn() || (route.isCrayon() && !route.isPublic())) {
            add(401, "INVALID_CREDENTIALS", "wrong password");
            add(429, "TOO_MANY_ATTEMPTS", "too many failures to sign in");
        }
        for (Permit permit : route.permits()) {
            switch (permit) {
                case PUBLIC, SIGNED -> {}
                case ADMIN -> add(Refusal.ADMIN_REQUIRED);
                case SELF -> add(Refusal.SAME_USER_REQUIRED);
                case AUDIT -> {
                    add(Refusal.ADMIN_REQUIRED);
                    add(Refusal.PROJECT_PERMISSION_REQUIRED);
                }
                case CREATE, READ, UPDATE, DELETE -> add(Refusal.PROJECT_PERMISSION_REQUIRED);
            }
        }
    }

    private void asked() {
        if (!route.variables().isEmpty()) add(404, "NOT_FOUND", "there is no such thing");
        if (route.reads() || route.writes()) add(422, INVALID, "not as it should be");
        if (route.writes()) add(Refusal.IDEMPOTENCY_KEY_REUSED);
        if (List.of(route.speaks().asks()).contains(Input.RANGE)) {
            add(416, "RANGE_NOT_SATISFIABLE", "beyond the end");
        }
    }

    private void add(Refusal refusal) {
        Told told = Told.of(refusal);
        add(told.status(), told.code(), refusal.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** Crayon knows one status for whatever a caller did wrong. */
    private void add(int status, String code, String reason) {
        boolean fault = status == 404 || status == 409 || status == 422;
        causes.computeIfAbsent(route.isCrayon() && fault ? 400 : status, some -> new TreeMap<>())
                .computeIfAbsent(code, some -> new TreeSet<>())
                .add(reason);
    }
}
