package io.daybook.http.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.daybook.api.user.UserId;
import io.daybook.http.refusal.Unauthorised;
import io.daybook.http.refusal.Unauthorised.Code;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bearer tokens: JWT, HS256, with the claims {@code sub} (username), {@code id} and {@code exp}. Nothing is stored. */
public final class Tokens {

    static final Duration LIFETIME = Duration.ofHours(24);

    private final byte[] secret;
    private final InstantSource clock;

    /** @param secret at least 32 bytes */
    public Tokens(byte[] secret, InstantSource clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    /** @param expiresAt epoch seconds */
    public record Token(String text, long expiresAt) {}

    public Token issue(UserId user, String username) {
        long expiresAt = clock.instant().plus(LIFETIME).getEpochSecond();
        Map<String, Object> claims = Map.of("sub", username, "id", user.value(), "exp", expiresAt);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .build();
        JWSObject token = new JWSObject(header, new Payload(claims));
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the secret was checked at start", impossible);
        }
        return new Token(token.serialize(), expiresAt);
    }

    /** Whose token it is; the checks come in the contract's order. */
    UserId verify(String text) {
        Map<String, Object> claims = signed(text);
        Object id = claims.get("id");
        Object expiry = claims.get("exp");
        if (claims.get("sub") == null || id == null || expiry == null || !isWhole(expiry)) {
            throw invalidPayload();
        }
        if (((Number) expiry).longValue() < clock.instant().getEpochSecond()) {
            throw new Unauthorised(Code.TOKEN_EXPIRED, "the token has expired");
        }
        if (!isWhole(id) || ((Number) id).longValue() < 1) throw invalidPayload();
        return new UserId(((Number) id).longValue());
    }

    private Map<String, Object> signed(String text) {
        try {
            JWSObject token = JWSObject.parse(text);
            boolean ours = token.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                    && token.verify(new MACVerifier(secret));
            if (!ours) throw invalid();
            return JSONObjectUtils.parse(token.getPayload().toString());
        } catch (ParseException | JOSEException | IllegalStateException garbage) {
            throw invalid();
        }
    }

    private static boolean isWhole(@Nullable Object number) {
        return number instanceof Long || number instanceof Integer;
    }

    private static Unauthorised invalid() {
        return new Unauthorised(Code.TOKEN_INVALID, "the token is not one of ours");
    }

    private static Unauthorised invalidPayload() {
        return new Unauthorised(
                Code.TOKEN_PAYLOAD_INVALID, "the token lacks sub, id or exp, or one is not as it should be");
    }
}
