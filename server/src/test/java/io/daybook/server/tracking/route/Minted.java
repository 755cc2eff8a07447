package io.daybook.server.tracking.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as anybody can make them who knows the secret, without a line of the server's. */
final class Minted {

    static final String SECRET = "a secret of these tests, which is long enough for any algorithm!";

    private Minted() {}

    /** @param seconds from now until it expires; below 0 when it has */
    static String bearer(long user, long seconds) {
        return bearer("HS256", claims("\"sub\":\"somebody\"", "\"id\":" + user, expiry(seconds)));
    }

    static String claims(String... claims) {
        return "{" + String.join(",", claims) + "}";
    }

    static String expiry(long seconds) {
        return "\"exp\":" + (Instant.now().getEpochSecond() + seconds);
    }

    /** @param algorithm what the header says; what it does not name is signed by HMAC and SHA-256, too */
    static String bearer(String algorithm, String claims) {
        String mac = algorithm.equals("HS512") ? "HmacSHA512" : "HmacSHA256";
        return "Bearer " + token(algorithm, claims, mac, SECRET);
    }

    static String token(String algorithm, String claims, String mac, String secret) {
        String signed = encoded(("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}").getBytes(UTF_8)) + "."
                + encoded(claims.getBytes(UTF_8));
        try {
            Mac signer = Mac.getInstance(mac);
            signer.init(new SecretKeySpec(secret.getBytes(UTF_8), mac));
            return signed + "." + encoded(signer.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
