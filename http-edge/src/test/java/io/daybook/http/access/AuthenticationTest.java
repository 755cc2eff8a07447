package io.daybook.http.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.message.Meta;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.api.project.ProjectQuery.FindProjects;
import io.daybook.api.project.ProjectView;
import io.daybook.api.user.UserQuery.FindUser;
import io.daybook.api.user.UserView;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Response;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract's checks, in their order; the first that fails is told. */
class AuthenticationTest {

    private static final String FOREVER = "99999999999";

    @RegisterExtension
    static final EdgeServer edge = Signed.edge();

    @BeforeEach
    void users_are_known() {
        Signed.prepare(edge);
        edge.world.query(FindProjects.class, ProjectView[].class, find -> new ProjectView[0]);
        edge.world.query(
                FindUser.class,
                UserView.class,
                find -> new UserView(find.id().value(), "", "", "somebody", "2026-03-04T18:30:00.000", false));
        edge.world.command(CreateProject.class, create -> "created");
    }

    private static Response with(String authorization, int status) {
        return edge.http()
                .get("/project")
                .header("Authorization", authorization)
                .answers(status);
    }

    private static String claims(String id, String exp) {
        return "{\"sub\":\"somebody\",\"id\":" + id + ",\"exp\":" + exp + "}";
    }

    @Test
    void a_request_says_who_it_comes_from() {
        edge.http()
                .get("/project")
                .answers(401)
                .isEnvelope("TOKEN_MISSING")
                .hasHeader("WWW-Authenticate", "Bearer")
                .hasHeader("Access-Control-Allow-Origin", "*");
        edge.http().post("/auth/refresh").answers(401).isEnvelope("TOKEN_MISSING");
        edge.http().get("/auth/me").answers(401).isEnvelope("TOKEN_MISSING");

        assertThat(edge.world.sent(FindAccess.class)).isEmpty();
    }

    @Test
    void a_token_lets_its_user_in() {
        with(Signed.bearer(Signed.MEMBER), 200);
        with(Signed.bearer(Signed.MEMBER).replace("Bearer", "bearer"), 200);
        edge.http()
                .get("/project")
                .header("authorization", Signed.bearer(Signed.MEMBER))
                .answers(200);

        assertThat(edge.world.payloads(FindProjects.class)).containsOnly(new FindProjects(Signed.MEMBER));
        assertThat(edge.world.sent(FindProjects.class).getFirst().getMetaData().get(Meta.ACTOR))
                .isEqualTo("7");
    }

    @Test
    void what_is_written_is_written_by_the_tokens_user() {
        edge.http()
                .post("/project")
                .header("Authorization", Signed.bearer(Signed.ADMIN))
                .body("{\"name\":\"digits\"}")
                .answers(201);

        assertThat(edge.world.payloads(CreateProject.class).getFirst().creator())
                .isEqualTo(Signed.ADMIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "Bearer",
                "Bearer garbage",
                "Bearer a.b.c",
                "Bearer ..",
                "Token x",
                "Basic YTpi",
                "x y"
            })
    void garbage_is_no_token(String authorization) {
        with(authorization, 401).isEnvelope("TOKEN_INVALID");
    }

    @Test
    void names_and_passwords_are_for_crayons_routes_alone() {
        with("Basic " + Base64.getEncoder().encodeToString("default:default".getBytes(UTF_8)), 401)
                .isEnvelope("TOKEN_INVALID");
    }

    @Test
    @Tag("ops-1.auth.secret")
    void a_token_is_signed_by_this_server_and_in_one_way() throws Exception {
        String right = claims("7", FOREVER);
        byte[] other = "another secret, which is long enough as well".getBytes(UTF_8);

        with(Signed.bearer(JWSAlgorithm.HS256, right), 200);
        with(Signed.bearer(JWSAlgorithm.HS256, right, other), 401).isEnvelope("TOKEN_INVALID");
        with(Signed.bearer(JWSAlgorithm.HS384, right), 401).isEnvelope("TOKEN_INVALID");
        with(Signed.bearer(JWSAlgorithm.HS512, right), 401).isEnvelope("TOKEN_INVALID");
        with(Signed.bearer(JWSAlgorithm.HS256, "7"), 401).isEnvelope("TOKEN_INVALID");
        with(Signed.bearer(JWSAlgorithm.HS256, right).replaceFirst("\\.[^.]*\\.", ".e30."), 401)
                .isEnvelope("TOKEN_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "RS256", "ES256"})
    void a_token_cannot_choose_how_it_is_checked(String algorithm) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String header = base64.encodeToString(("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}").getBytes(UTF_8));
        String payload = base64.encodeToString(claims("1", FOREVER).getBytes(UTF_8));

        with("Bearer " + header + "." + payload + ".", 401).isEnvelope("TOKEN_INVALID");
        with("Bearer " + header + "." + payload + ".c2ln", 401).isEnvelope("TOKEN_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"id\":7} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"exp\":99999999999} | TOKEN_PAYLOAD_INVALID",
                "{\"id\":7,\"exp\":99999999999} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":null,\"id\":7,\"exp\":99999999999} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"exp\":1} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"id\":7,\"exp\":\"99999999999\"} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"id\":7,\"exp\":99999999999.5} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"id\":7,\"exp\":null} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"id\":7,\"exp\":1} | TOKEN_EXPIRED",
                "{\"sub\":\"a\",\"id\":0,\"exp\":1} | TOKEN_EXPIRED",
                "{\"sub\":\"a\",\"id\":0,\"exp\":99999999999} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"id\":-7,\"exp\":99999999999} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"id\":\"7\",\"exp\":99999999999} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"id\":7.5,\"exp\":99999999999} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"id\":true,\"exp\":99999999999} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"id\":99999999999999999999,\"exp\":99999999999} | TOKEN_PAYLOAD_INVALID",
                "{\"sub\":\"a\",\"id\":9,\"exp\":99999999999} | USER_NOT_FOUND"
            })
    void claims_are_checked_in_order(String claims, String code) throws Exception {
        with(Signed.bearer(JWSAlgorithm.HS256, claims), 401).isEnvelope(code);
    }

    @Test
    void an_expired_token_gets_no_new_one() throws Exception {
        edge.http()
                .post("/auth/refresh")
                .header("Authorization", Signed.bearer(JWSAlgorithm.HS256, claims("7", "1")))
                .answers(401)
                .isEnvelope("TOKEN_EXPIRED");
    }

    @Test
    void a_token_gets_a_new_one_for_the_same_user() {
        edge.http()
                .post("/auth/refresh")
                .header("Authorization", Signed.bearer(Signed.MEMBER))
                .answers(200)
                .says("\"user\":{\"id\":7,");
        edge.http()
                .get("/auth/me")
                .header("Authorization", Signed.bearer(Signed.MEMBER))
                .answers(200)
                .says("{\"id\":7,");
    }

    @Test
    void a_user_who_is_gone_is_told_so_before_anything_else() {
        for (String path : new String[] {"/project/abc", "/user/abc", "/experiment/4", "/tag/5"}) {
            edge.http()
                    .get(path)
                    .header("Authorization", Signed.bearer(Signed.GONE))
                    .answers(401)
                    .isEnvelope("USER_NOT_FOUND");
        }
    }

    @Test
    void some_things_are_for_everybody() {
        edge.http().get("/health").answers(200);
        edge.http().get("/").answers(200);
        edge.http().post("/auth").body("{}").answers(422).isEnvelope("INVALID_PAYLOAD");
        edge.http().get("/nowhere").answers(404).isEnvelope("NOT_FOUND");
        edge.http().request("PUT", "/project").answers(405).isEnvelope("METHOD_NOT_ALLOWED");
        edge.http().request("OPTIONS", "/project").answers(200, "");
    }
}
