package io.daybook.http.access;

import io.daybook.http.request.Sha256;
import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** bcrypt, cost 10. */
public final class Passwords {

    /** bcrypt reads no more bytes than these. */
    private static final int LONGEST = 72;

    private static final BCryptPasswordEncoder BCRYPT = new BCryptPasswordEncoder(10);

    /** What is compared when there is no such user, so that it takes as long. */
    private static final String NOBODY = hash("nobody's password");

    private Passwords() {}

    public static String hash(String password) {
        String hash = BCRYPT.encode(fitting(password));
        if (hash == null) throw new IllegalStateException("no hash of a password");
        return hash;
    }

    static boolean matches(String password, String hash) {
        return BCRYPT.matches(fitting(password), hash);
    }

    static void compareWithNobody(String password) {
        matches(password, NOBODY);
    }

    /** Long passwords count to their last character: their hash takes their place. */
    private static String fitting(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? password : Sha256.hex(bytes);
    }
}
