package io.daybook.http.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.api.access.AccessQuery.FindCredentials;
import io.daybook.api.access.Credentials;
import io.daybook.api.user.UserId;
import io.daybook.http.message.Queries;
import io.daybook.http.refusal.Refused;
import io.daybook.http.refusal.Unauthorised;
import io.daybook.http.refusal.Unauthorised.Code;
import io.daybook.http.request.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Name and password with each request, as Crayon's clients can send them. What was found right is remembered for a
 * while, bound to the stored hash: with another password it is forgotten at once.
 */
final class BasicCredentials {

    private final Queries queries;
    private final SignIn signIn;
    private final Cache<String, UserId> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    BasicCredentials(Queries queries, SignIn signIn) {
        this.queries = queries;
        this.signIn = signIn;
    }

    UserId verify(String encoded, String address) {
        String pair = decoded(encoded);
        int colon = pair.indexOf(':');
        if (colon < 0) throw wrong();
        String username = pair.substring(0, colon);
        String password = pair.substring(colon + 1);
        try {
            Credentials stored = queries.decide(new FindCredentials(username), Credentials.class)
                    .value();
            String proof = Sha256.hex((stored.passwordHash() + '\0' + pair).getBytes(StandardCharsets.UTF_8));
            UserId user = known.getIfPresent(proof);
            if (user != null) return user;
            user = signIn.check(username, password, address);
            known.put(proof, user);
            return user;
        } catch (Refused unknown) {
            throw refused(unknown, username, password, address);
        }
    }

    /** An unknown name takes as long as a wrong password, and answers the same. */
    private RuntimeException refused(Refused refused, String username, String password, String address) {
        return switch (refused.details().refusal()) {
            case UNKNOWN_USER -> {
                try {
                    signIn.check(username, password, address);
                } catch (Refused stillUnknown) {
                    yield wrong();
                }
                yield wrong();
            }
            default -> refused;
        };
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbage) {
            throw wrong();
        }
    }

    private static Unauthorised wrong() {
        return new Unauthorised(Code.INVALID_CREDENTIALS, "the user name or the password is wrong");
    }
}
