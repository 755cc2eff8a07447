package io.daybook.http.access;

import io.daybook.api.user.UserId;
import io.daybook.http.refusal.Unauthorised;
import io.daybook.http.refusal.Unauthorised.Code;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Who a request says it comes from, proved by a token; on Crayon's routes also by name and password. */
final class Authentication {

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final boolean on;
    private final Tokens tokens;
    private final BasicCredentials basic;

    Authentication(boolean on, Tokens tokens, BasicCredentials basic) {
        this.on = on;
        this.tokens = tokens;
        this.basic = basic;
    }

    boolean isOn() {
        return on;
    }

    UserId of(HttpServletRequest request, boolean crayon) {
        String header = request.getHeader("Authorization");
        if (header == null) throw new Unauthorised(Code.TOKEN_MISSING, "the header Authorization is missing");
        String token = after(BEARER, header);
        if (token != null) return tokens.verify(token);
        String pair = crayon ? after(BASIC, header) : null;
        if (pair != null) return basic.verify(pair, request.getRemoteAddr());
        throw new Unauthorised(Code.TOKEN_INVALID, "the header Authorization holds no bearer token");
    }

    private static @Nullable String after(String scheme, String header) {
        boolean matches = header.regionMatches(true, 0, scheme, 0, scheme.length());
        return matches ? header.substring(scheme.length()).strip() : null;
    }
}
