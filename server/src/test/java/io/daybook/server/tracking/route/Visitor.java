package io.daybook.server.tracking.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody who comes to every door.
 *
 * @param authorization the header; empty for none
 * @param stranger the code of the 401 that they are told everywhere; empty when they are known
 * @param flags of their permission row, as letters
 */
record Visitor(String name, String authorization, String stranger, boolean admin, String flags) {

    static final long ADMIN = 1;
    private static final String SUB = "\"sub\":\"default\"";
    private static final String ID = "\"id\":1";

    static Visitor known(long user, String flags) {
        String name = flags.isEmpty() ? "without a row" : "with " + flags;
        return new Visitor(name, Minted.bearer(user, 600), "", false, flags);
    }

    static Visitor ofAdmin() {
        return new Visitor("admin", Minted.bearer(ADMIN, 600), "", true, "");
    }

    private static Visitor stranger(String name, String authorization, String code) {
        return new Visitor(name, authorization, code, false, "");
    }

    /** In the contract's order of checks: each is refused for the first of what is wrong. */
    static List<Visitor> strangers(long gone) {
        List<Visitor> all = new ArrayList<>();
        all.add(stranger("without a header", "", "TOKEN_MISSING"));
        invalid().forEach((name, header) -> all.add(stranger(name, header, "TOKEN_INVALID")));
        incomplete()
                .forEach((name, claims) ->
                        all.add(stranger(name, Minted.bearer("HS256", claims), "TOKEN_PAYLOAD_INVALID")));
        String late = Minted.claims(SUB, "\"id\":0", Minted.expiry(-60));
        all.add(stranger("expired", Minted.bearer("HS256", late), "TOKEN_EXPIRED"));
        all.add(stranger("expired and gone", Minted.bearer(gone, -60), "TOKEN_EXPIRED"));
        all.add(stranger("gone", Minted.bearer(gone, 600), "USER_NOT_FOUND"));
        return all;
    }

    /** Headers that hold no token of the server's. */
    private static Map<String, String> invalid() {
        String sound = Minted.claims(SUB, ID, Minted.expiry(600));
        Map<String, String> headers = new TreeMap<>();
        headers.put("garbage", "Bearer garbage");
        headers.put("three dots", "Bearer a.b.c");
        headers.put("no scheme", Minted.token("HS256", sound, "HmacSHA256", Minted.SECRET));
        headers.put("basic", "Basic ZGVmYXVsdDpkZWZhdWx0");
        headers.put("nothing", "Bearer");
        headers.put("another secret", "Bearer " + Minted.token("HS256", sound, "HmacSHA256", "x".repeat(64)));
        headers.put("unsigned", Minted.bearer("none", sound).replaceFirst("[^.]*$", ""));
        for (String other : List.of("none", "RS256", "HS512")) headers.put(other, Minted.bearer(other, sound));
        return headers;
    }

    /** Claims that are signed, and not as they should be. */
    private static Map<String, String> incomplete() {
        Map<String, String> claims = new TreeMap<>();
        claims.put("no sub", Minted.claims(ID, Minted.expiry(-60)));
        claims.put("no id", Minted.claims(SUB, Minted.expiry(600)));
        claims.put("no exp", Minted.claims(SUB, ID));
        claims.put("exp no integer", Minted.claims(SUB, ID, "\"exp\":\"never\""));
        claims.put("id 0", Minted.claims(SUB, "\"id\":0", Minted.expiry(600)));
        claims.put("id text", Minted.claims(SUB, "\"id\":\"1\"", Minted.expiry(600)));
        return claims;
    }

    /** What the contract answers, when it does not let them in. */
    Answer at(Route route) {
        if (route.permit().equals("PUBLIC")) return Answer.LET_IN;
        if (!stranger.isEmpty()) return new Answer(401, stranger);
        if (admin) return Answer.LET_IN;
        return switch (route.permit()) {
            case "SIGNED" -> Answer.LET_IN;
            case "ADMIN" -> new Answer(403, "ADMIN_REQUIRED");
            case "SELF" -> new Answer(403, "SAME_USER_REQUIRED");
            default ->
                flags.contains(route.permit().substring(2))
                        ? Answer.LET_IN
                        : new Answer(403, "PROJECT_PERMISSION_REQUIRED");
        };
    }

    /** @param status 0 for whatever comes after the door */
    record Answer(int status, String code) {
        static final Answer LET_IN = new Answer(0, "");
    }
}
