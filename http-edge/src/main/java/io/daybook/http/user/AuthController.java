package io.daybook.http.user;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserId;
import io.daybook.api.user.UserQuery.FindUser;
import io.daybook.api.user.UserView;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.SignIn;
import io.daybook.http.access.Tokens;
import io.daybook.http.access.Tokens.Token;
import io.daybook.http.docs.Speaks;
import io.daybook.http.json.StrictBody;
import io.daybook.http.refusal.UnknownIsNotFound;
import io.daybook.http.request.Bodies;
import io.daybook.http.request.Caller;
import io.daybook.http.request.Reading;
import io.daybook.http.tracking.TrackingReads;
import io.daybook.http.user.UserRequests.SignInBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing in writes nothing: a token is all there is to it. */
@Controller
final class AuthController {

    private final SignIn signIn;
    private final Tokens tokens;
    private final Bodies bodies;
    private final TrackingReads reads;

    AuthController(SignIn signIn, Tokens tokens, Bodies bodies, TrackingReads reads) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.bodies = bodies;
        this.reads = reads;
    }

    @PostMapping("/auth")
    @UnknownIsNotFound
    @Requires(Permit.PUBLIC)
    @Speaks(value = "Signs in", body = SignInBody.class, answers = TokenBody.class, refusals = Refusal.UNKNOWN_USER)
    void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignInBody body = StrictBody.read(bodies.read(request), SignInBody.class);
        UserId user = signIn.check(body.username(), body.password(), request.getRemoteAddr());
        Caller.remember(request, user);
        sendToken(request, response, user);
    }

    @PostMapping("/auth/refresh")
    @Requires(Permit.SIGNED)
    @Speaks(value = "Renews a token", answers = TokenBody.class)
    void refresh(HttpServletRequest request, HttpServletResponse response) throws IOException {
        sendToken(request, response, Caller.of(request).user());
    }

    @GetMapping("/auth/me")
    @Requires(Permit.SIGNED)
    @Speaks(value = "Tells who asks", answers = UserBody.class, refusals = Refusal.UNKNOWN_USER)
    void me(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FindUser query = new FindUser(Caller.of(request).user());
        reads.one(Reading.ofNow(request), response, query, UserView.class, UserBody::of);
    }

    private void sendToken(HttpServletRequest request, HttpServletResponse response, UserId user) throws IOException {
        reads.one(request, response, new FindUser(user), UserView.class, view -> {
            Token token = tokens.issue(user, view.username());
            return new TokenBody(token.text(), "Bearer", token.expiresAt(), UserBody.of(view));
        });
    }
}
