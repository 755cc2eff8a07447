package io.daybook.http.access;

import static io.daybook.http.World.queryRefusal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.access.CallerView;
import io.daybook.api.access.Required;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserId;
import io.daybook.http.EdgeServer;
import io.daybook.http.EdgeSettings;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/** A server that asks who comes, the users that it knows, and what they show. */
public final class Signed {

    static final UserId ADMIN = UserId.DEFAULT;
    public static final UserId MEMBER = new UserId(7);
    static final UserId GONE = new UserId(9);

    private static final byte[] SECRET =
            "a secret of these tests, which is long enough for any algorithm!".getBytes(StandardCharsets.UTF_8);

    private Signed() {}

    public static EdgeServer edge() {
        return new EdgeServer(new EdgeSettings.Access(true, SECRET, List.of("*")));
    }

    public static String bearer(UserId user) {
        return "Bearer "
                + new Tokens(SECRET, InstantSource.system())
                        .issue(user, "somebody")
                        .text();
    }

    /** With claims as they are, by whatever algorithm the secret is long enough for. */
    public static String bearer(JWSAlgorithm algorithm, String claims) throws JOSEException {
        return bearer(algorithm, claims, SECRET);
    }

    public static String bearer(JWSAlgorithm algorithm, String claims, byte[] secret) throws JOSEException {
        JWSObject token = new JWSObject(new JWSHeader(algorithm), new Payload(claims));
        token.sign(new MACSigner(secret));
        return "Bearer " + token.serialize();
    }

    /** The member may do what takes no more than being known, and nothing else. */
    public static void prepare(EdgeServer edge) {
        edge.world.query(FindAccess.class, CallerView.class, find -> {
            if (find.user().equals(GONE)) throw queryRefusal(Refusal.CALLER_GONE);
            if (!find.user().equals(ADMIN)) refuse(find.required());
            return new CallerView(find.user(), "somebody", find.user().equals(ADMIN));
        });
    }

    private static void refuse(Required required) {
        switch (required) {
            case Required.Signed signed -> {}
            case Required.Admin admin -> throw queryRefusal(Refusal.ADMIN_REQUIRED);
            case Required.Self(UserId about) -> {
                if (!about.equals(MEMBER)) throw queryRefusal(Refusal.SAME_USER_REQUIRED);
            }
            case Required.InProject place -> throw queryRefusal(Refusal.PROJECT_PERMISSION_REQUIRED);
        }
    }
}
