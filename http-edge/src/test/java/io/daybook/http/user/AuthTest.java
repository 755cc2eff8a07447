package io.daybook.http.user;

import static io.daybook.http.World.queryRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.AccessQuery.FindCredentials;
import io.daybook.api.access.Credentials;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.request.RequestQuery.FindAnswer;
import io.daybook.api.user.UserId;
import io.daybook.api.user.UserQuery.FindUser;
import io.daybook.api.user.UserView;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Covers;
import io.daybook.testkit.http.Request;
import io.daybook.testkit.http.Response;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuthTest {

    /** The cheapest that there is. */
    private static final String HASH = new BCryptPasswordEncoder(4).encode("opensesame");

    private static final String ALICE = "{\"id\":7,\"first_name\":\"Alice\",\"last_name\":\"\",\"username\":\"alice\","
            + "\"created_date\":\"2026-03-04T18:30:00.000\",\"is_admin\":false}";

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void alice_is_known() {
        edge.world.query(FindCredentials.class, Credentials.class, find -> {
            if (find.username().startsWith("nobody")) throw queryRefusal(Refusal.UNKNOWN_USER);
            return new Credentials(new UserId(7), HASH);
        });
        edge.world.query(FindUser.class, UserView.class, find -> {
            String name = find.id().equals(UserId.DEFAULT) ? "default" : "alice";
            return new UserView(find.id().value(), "Alice", "", name, "2026-03-04T18:30:00.000", false);
        });
    }

    private static Request signIn(String username, String password) {
        return edge.http()
                .post("/auth/")
                .body("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
    }

    private static JsonNode json(Response response) {
        return JsonMapper.shared().readTree(response.text());
    }

    private static JsonNode claims(JsonNode envelope) {
        String token = envelope.get("access_token").stringValue();
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    @Test
    @Covers("POST /auth")
    void name_and_password_get_a_token_for_a_day() {
        long before = Instant.now().getEpochSecond();

        JsonNode envelope = json(signIn("alice", "opensesame").answers(200));

        assertThat(envelope.propertyNames()).containsExactly("access_token", "token_type", "expires_at", "user");
        assertThat(envelope.get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(envelope.get("user").toString()).isEqualTo(ALICE);
        long expiry = envelope.get("expires_at").longValue();
        assertThat(expiry).isBetween(before + 86_400, before + 86_460);
        assertThat(claims(envelope).get("exp").longValue()).isEqualTo(expiry);
        assertThat(claims(envelope).get("id").longValue()).isEqualTo(7);
        assertThat(claims(envelope).get("sub").stringValue()).isEqualTo("alice");
    }

    @Test
    void a_token_says_how_it_is_signed() {
        String token = json(signIn("alice", "opensesame").answers(200))
                .get("access_token")
                .stringValue();

        JsonNode header = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0]));
        assertThat(header.get("alg").stringValue()).isEqualTo("HS256");
        assertThat(header.get("typ").stringValue()).isEqualTo("JWT");
    }

    @Test
    @Tag("ops-2.key.ignored")
    void signing_in_writes_nothing_and_knows_no_idempotency_key() {
        signIn("alice", "opensesame").header("Idempotency-Key", "k").answers(200);

        assertThat(edge.world.commands()).isEmpty();
        assertThat(edge.world.sent(FindAnswer.class)).isEmpty();
        assertThat(edge.world.sent(FindUser.class).getFirst().getMetaData().get(Meta.ACTOR))
                .isEqualTo("7");
    }

    @Test
    void an_unknown_name_is_not_found_and_a_wrong_password_is_not_authorised() {
        signIn("nobody", "opensesame").answers(404).isEnvelope("USER_NOT_FOUND");
        signIn("alice", "wrong").answers(401).isEnvelope("INVALID_CREDENTIALS").hasHeader("WWW-Authenticate", "Bearer");
        signIn("alice", "Opensesame").answers(401).isEnvelope("INVALID_CREDENTIALS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"username\":\"alice\"} | password is missing",
                "{\"username\":null,\"password\":\"x\"} | username is missing",
                "{\"username\":7,\"password\":\"x\"} | username is not a string",
                "'' | not valid JSON"
            })
    void what_is_no_sign_in_is_invalid(String body, String complaint) {
        edge.http()
                .post("/auth")
                .body(body)
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD")
                .says(complaint);
    }

    @Test
    void more_than_20_failures_in_a_row_make_an_account_wait() {
        for (int i = 0; i < 20; i++) signIn("bob", "wrong").answers(401);

        Response tooMany = signIn("bob", "wrong").answers(429).isEnvelope("TOO_MANY_ATTEMPTS");
        assertThat(Integer.parseInt(String.valueOf(tooMany.header("Retry-After"))))
                .isBetween(1, 61);
        signIn("bob", "opensesame").answers(429);
        signIn("carol", "opensesame").answers(200);
    }

    @Test
    @Covers({"GET /auth/me", "POST /auth/refresh"})
    void without_authentication_anybody_is_the_default_user() {
        JsonNode me = json(edge.http().get("/auth/me").answers(200));
        JsonNode refreshed =
                json(edge.http().post("/auth/refresh").body("ignored").answers(200));

        assertThat(me.get("username").stringValue()).isEqualTo("default");
        assertThat(refreshed.get("user").toString()).isEqualTo(me.toString());
        assertThat(claims(refreshed).get("id").longValue()).isEqualTo(1);
        assertThat(edge.world.commands()).isEmpty();
    }
}
